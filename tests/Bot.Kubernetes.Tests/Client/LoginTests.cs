using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Authentication;
using Bot.Kubernetes.Client.Configuration;
using Bot.Kubernetes.Client.Failures;
using Bot.Testing;

namespace Bot.Kubernetes.Tests.Client;

public sealed class LoginTests : IDisposable
{
    private const string Version = """{"major":"1","minor":"34","gitVersion":"v1.34.0"}""";

    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Reads_a_token_file_again_every_minute()
    {
        var file = folder.Write("token", "one\n");
        var source = new TokenFileCredentialSource(file, null, null, clock);

        (await TokenAsync(source)).ShouldBe("one");
        folder.Write("token", "two");
        (await TokenAsync(source)).ShouldBe("one");
        clock.Advance(TimeSpan.FromMinutes(1));
        (await TokenAsync(source)).ShouldBe("two");
    }

    [Fact]
    public async Task Keeps_the_token_while_its_file_is_being_replaced()
    {
        var file = folder.Write("token", "one");
        var source = new TokenFileCredentialSource(file, null, null, clock);
        await TokenAsync(source);

        clock.Advance(TimeSpan.FromMinutes(2));
        File.Delete(file);
        (await TokenAsync(source)).ShouldBe("one");
    }

    [Fact]
    public async Task Says_which_token_file_cannot_be_read()
    {
        var source = new TokenFileCredentialSource(Path.Combine(folder.Path, "nope"), null, null, clock);

        The.Told((await source.GetAsync(null, default)).Failure).Text.Key.ShouldBe("kubernetes.token-file");
        (await TokenAsync(new TokenFileCredentialSource(Path.Combine(folder.Path, "nope"), "inline", null, clock))).ShouldBe("inline");
    }

    [Fact]
    public async Task A_401_makes_it_read_the_token_once_and_ask_again()
    {
        var file = folder.Write("token", "old");
        await using var server = Accepting("new");
        using var client = The.Client(server, clock, credentials: new TokenFileCredentialSource(file, null, null, clock));
        (await client.GetVersionAsync(The.Patience)).Failure!.Kind.ShouldBe(ApiFailureKind.Unauthorized);

        folder.Write("token", "new");
        (await client.GetVersionAsync(The.Patience)).IsSuccess.ShouldBeTrue();

        server.Requests.Select(request => request.Header("Authorization")).ShouldBe(["Bearer old", "Bearer old", "Bearer new"]);
    }

    [Fact]
    public async Task A_401_for_a_token_that_cannot_change_is_told_at_once()
    {
        await using var server = Accepting("other");
        using var client = The.Client(server, clock);

        var failure = (await client.GetVersionAsync(The.Patience)).Failure!;

        failure.Text.Key.ShouldBe("kubernetes.unauthorized");
        failure.IsUnreachable.ShouldBeTrue();
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_401_after_a_renewal_is_not_asked_a_third_time()
    {
        await using var server = Accepting("never");
        using var client = The.Client(server, clock, credentials: new EverNewTokens());

        (await client.GetVersionAsync(The.Patience)).Failure!.Kind.ShouldBe(ApiFailureKind.Unauthorized);

        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Sends_whom_to_take_us_for_and_who_we_are()
    {
        await using var server = Accepting("t0ken");
        using var client = The.Client(new ClusterConnection
        {
            Server = server.Address,
            Source = "test",
            Credentials = StaticCredentialSource.Token("t0ken"),
            Impersonation = new Impersonation("jane", "42", ["ops"]),
        });

        await client.GetVersionAsync(The.Patience);

        var sent = server.Requests.Single();
        sent.Header("Impersonate-User").ShouldBe("jane");
        sent.Header("Impersonate-Uid").ShouldBe("42");
        sent.Header("Impersonate-Group").ShouldBe("ops");
        sent.Header("User-Agent")!.ShouldStartWith("gitops-bot/");
        sent.Header("Accept-Encoding").ShouldBeNull("loopback");
    }

    private static async Task<string?> TokenAsync(ICredentialSource source) => (await source.GetAsync(null, default)).Value.Header!.Parameter;

    private static LoopbackServer Accepting(string token) => new((request, answer) =>
        request.Header("Authorization") == $"Bearer {token}"
            ? answer.JsonAsync(200, Version)
            : answer.JsonAsync(401, """{"kind":"Status","status":"Failure","message":"Unauthorized","reason":"Unauthorized","code":401}"""));

    private sealed class EverNewTokens : ICredentialSource
    {
        private int count;

        public Task<ApiResult<Credential>> GetAsync(Credential? rejected, CancellationToken cancellationToken) =>
            Task.FromResult<ApiResult<Credential>>(Credential.Bearer($"token-{count++}"));
    }
}
