using System.Text.Json;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Authentication;
using Bot.Kubernetes.Client.Configuration;
using Bot.Testing;

namespace Bot.Kubernetes.Tests.Client;

public sealed class ExecPluginTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Keeps_the_credential_until_it_expires()
    {
        var source = Source(Counting("2026-11-21T00:45:00Z"));

        (await TokenAsync(source)).ShouldBe("token-1");
        (await TokenAsync(source)).ShouldBe("token-1");
        clock.Advance(TimeSpan.FromMinutes(15));
        (await TokenAsync(source)).ShouldBe("token-2");
    }

    [Fact]
    public async Task Runs_once_for_calls_that_come_together()
    {
        var source = Source(Counting("2026-11-21T00:45:00Z"));

        var tokens = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => TokenAsync(source)));

        tokens.ShouldAllBe(token => token == "token-1");
    }

    [Fact]
    public async Task Runs_again_for_a_refused_credential_but_not_twice_for_the_same_one()
    {
        var source = Source(Counting("2026-11-22T00:00:00Z"));
        var refused = (await source.GetAsync(null, The.Patience)).Value;

        var first = (await source.GetAsync(refused, The.Patience)).Value.Header!.Parameter;
        var second = (await source.GetAsync(refused, The.Patience)).Value.Header!.Parameter;

        first.ShouldBe("token-2");
        second.ShouldBe("token-2");
    }

    [Fact]
    public async Task Hands_over_arguments_environment_and_cluster()
    {
        var source = Source("""
            printf '%s' "$KUBERNETES_EXEC_INFO" > info.json
            printf '%s|%s|%s' "$1" "$2" "$REGION" > arguments
            echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"t"}}'
            """);

        (await TokenAsync(source)).ShouldBe("t");

        File.ReadAllText(Path.Combine(folder.Path, "arguments")).ShouldBe("eks|get token|ap-northeast-2");
        var spec = JsonElement.Parse(File.ReadAllBytes(Path.Combine(folder.Path, "info.json"))).GetProperty("spec");
        spec.GetProperty("interactive").GetBoolean().ShouldBeFalse();
        spec.GetProperty("cluster").GetProperty("server").GetString().ShouldBe("https://127.0.0.1:1");
        spec.GetProperty("cluster").GetProperty("config").GetProperty("audience").GetString().ShouldBe("a1");
        spec.GetProperty("cluster").GetProperty("config").GetProperty("level").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Takes_a_client_certificate_from_the_plugin()
    {
        using var authority = new TestCertificates();
        var (certificate, key) = authority.Client("plugin", TestCertificates.Now.AddDays(1));
        var answer = JsonSerializer.Serialize(new
        {
            kind = "ExecCredential",
            apiVersion = "client.authentication.k8s.io/v1",
            status = new { clientCertificateData = certificate, clientKeyData = key },
        });
        folder.Write("answer.json", answer);

        var credential = (await Source("cat answer.json").GetAsync(null, The.Patience)).Value;

        credential.Certificate!.Subject.ShouldBe("CN=plugin");
        credential.Header.ShouldBeNull();
    }

    [Theory]
    [InlineData("echo 'Unable to locate credentials' >&2; exit 255", "kubernetes.exec-failed", "Unable to locate credentials")]
    [InlineData("echo secret-token", "kubernetes.exec-output", "it is not JSON")]
    [InlineData("echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1beta1\",\"status\":{\"token\":\"secret-token\"}}'", "kubernetes.exec-output", "v1beta1 came")]
    [InlineData("echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{}}'", "kubernetes.exec-output", "neither a token")]
    public async Task Says_in_plain_words_why_the_plugin_was_of_no_use(string script, string key, string words)
    {
        var failure = The.Told((await Source(script).GetAsync(null, The.Patience)).Failure);

        failure.Text.Key.ShouldBe(key);
        failure.Message.ShouldContain(words);
        failure.Message.ShouldNotContain("secret-token");
    }

    [Fact]
    public async Task Explains_a_missing_plugin_with_the_hint_of_the_kubeconfig()
    {
        var failure = The.Told((await Source(null).GetAsync(null, The.Patience)).Failure);

        failure.Text.Key.ShouldBe("kubernetes.exec-missing-hint");
        failure.Text.Facts["hint"].ShouldBe("Install the AWS CLI: https://aws.example");
        failure.Text.Facts["command"].ShouldBe(Path.Combine(folder.Path, "plugin"));
    }

    [Fact]
    public async Task Does_not_start_a_plugin_that_must_ask_a_person_where_there_is_none()
    {
        var source = Source("touch started", mode: "Always");

        The.Told((await source.GetAsync(null, The.Patience)).Failure).Text.Key.ShouldBe("kubernetes.exec-interactive");
        File.Exists(Path.Combine(folder.Path, "started")).ShouldBeFalse();
    }

    [Fact]
    public async Task Ends_a_plugin_that_hangs()
    {
        var source = Source("touch started; exec sleep 600");

        var answer = source.GetAsync(null, The.Patience);
        await clock.WhenPendingAsync();
        clock.Advance(TimeSpan.FromSeconds(60));

        The.Told((await answer).Failure).Text.Key.ShouldBe("kubernetes.exec-timeout");
    }

    private static async Task<string?> TokenAsync(ICredentialSource source) => (await source.GetAsync(null, The.Patience)).Value.Header!.Parameter;

    private static string Counting(string expires) => $$$"""
        echo x >> runs
        n=$(wc -l < runs | tr -d ' ')
        echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"token-'$n'","expirationTimestamp":"{{{expires}}}"}}'
        """;

    private ICredentialSource Source(string? script, string mode = "IfAvailable")
    {
        if (script is not null)
        {
            folder.WriteScript("plugin", $"cd '{folder.Path}'\n{script}");
        }

        var file = folder.Write("config", $$"""
            current-context: prod
            clusters:
            - name: main
              cluster:
                server: https://127.0.0.1:1
                extensions: [{ name: client.authentication.k8s.io/exec, extension: { audience: a1, level: 3 } }]
            contexts: [{ name: prod, context: { cluster: main, user: mina } }]
            users:
            - name: mina
              user:
                exec:
                  apiVersion: client.authentication.k8s.io/v1
                  command: ./plugin
                  args: [eks, "get token"]
                  env: [{ name: REGION, value: ap-northeast-2 }]
                  interactiveMode: {{mode}}
                  provideClusterInfo: true
                  installHint: "Install the AWS CLI: https://aws.example"
            """);
        return new KubeconfigLoader(clock, new KubeconfigEnvironment(null, folder.Path, HasTerminal: false)).Load(file).Value.Credentials;
    }
}
