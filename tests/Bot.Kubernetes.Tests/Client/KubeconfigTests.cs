using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Configuration;
using Bot.Testing;

namespace Bot.Kubernetes.Tests.Client;

public sealed class KubeconfigTests : IDisposable
{
    private const string Two = """
        apiVersion: v1
        kind: Config
        current-context: prod
        clusters:
        - name: main
          cluster: { server: "https://10.0.0.1:6443/k8s/clusters/c-1", tls-server-name: kubernetes, proxy-url: "http://127.0.0.1:3128", insecure-skip-tls-verify: true }
        contexts:
        - name: prod
          context: { cluster: main, user: mina, namespace: wealist-prod }
        - name: broken
          context: { cluster: nowhere, user: mina }
        users:
        - name: mina
          user: { token: abc, as: jane, as-groups: [ops] }
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Reads_the_current_context_with_all_that_belongs_to_it()
    {
        var connection = Load(folder.Write("config", Two)).Value;

        connection.Server.ShouldBe(new Uri("https://10.0.0.1:6443/k8s/clusters/c-1"));
        connection.TlsServerName.ShouldBe("kubernetes");
        connection.Proxy.ShouldBe(new Uri("http://127.0.0.1:3128"));
        connection.SkipTlsVerification.ShouldBeTrue();
        connection.Namespace.ShouldBe("wealist-prod");
        connection.Context.ShouldBe("prod");
        connection.Impersonation!.User.ShouldBe("jane");
        connection.Impersonation.Groups.ShouldBe(["ops"]);
        (await connection.Credentials.GetAsync(null, default)).Value.Header!.ToString().ShouldBe("Bearer abc");
        connection.ToString().ShouldNotContain("abc");
    }

    [Fact]
    public async Task Merges_files_as_kubectl_does_first_value_and_first_entry_win()
    {
        var first = folder.Write("a/config", """
            clusters: [{ name: main, cluster: { server: "https://first" } }]
            contexts: [{ name: prod, context: { cluster: main, user: mina } }]
            """);
        var second = folder.Write("b/config", """
            current-context: prod
            clusters: [{ name: main, cluster: { server: "https://second", tls-server-name: mixed } }]
            users: [{ name: mina, user: { username: mina, password: pw } }]
            """);
        var missing = Path.Combine(folder.Path, "missing");

        var loader = Loader(string.Join(Path.PathSeparator, missing, first, second));
        var connection = loader.Load().Value;

        connection.Server.ShouldBe(new Uri("https://first"));
        connection.TlsServerName.ShouldBeNull();
        (await connection.Credentials.GetAsync(null, default)).Value.Header!.ToString().ShouldBe("Basic bWluYTpwdw==");
    }

    [Fact]
    public async Task Takes_relative_paths_from_the_folder_of_the_file_that_names_them()
    {
        using var authority = new TestCertificates();
        folder.Write("certs/ca.pem", authority.Authority.ExportCertificatePem());
        var (certificate, key) = authority.Client("mina", TestCertificates.Now.AddDays(1));
        folder.Write("certs/me.pem", certificate + "\n" + key);
        var file = folder.Write("config", """
            current-context: prod
            clusters: [{ name: main, cluster: { server: "https://a", certificate-authority: certs/ca.pem } }]
            contexts: [{ name: prod, context: { cluster: main, user: mina } }]
            users: [{ name: mina, user: { client-certificate: certs/me.pem, client-key: certs/me.pem } }]
            """);

        var connection = Load(file).Value;

        connection.Authorities!.Single().Thumbprint.ShouldBe(authority.Authority.Thumbprint);
        (await connection.Credentials.GetAsync(null, default)).Value.Certificate!.Subject.ShouldBe("CN=mina");
    }

    [Theory]
    [InlineData("absent", "kubernetes.context-missing", "broken, prod")]
    [InlineData("broken", "kubernetes.context-entry-missing", "nowhere")]
    public void Says_which_part_of_the_context_is_missing(string context, string key, string named)
    {
        var failure = The.Told(Load(folder.Write("config", Two), context).Failure);

        failure.Text.Key.ShouldBe(key);
        failure.Text.Facts.Values.ShouldContain(named);
    }

    [Theory]
    [InlineData("clusters: [", "kubernetes.kubeconfig-unreadable")]
    [InlineData("{}", "kubernetes.context-unset")]
    [InlineData("{current-context: a, contexts: [{name: a, context: {cluster: a}}], clusters: [{name: a, cluster: {server: 'http://'}}]}", "kubernetes.address-invalid")]
    [InlineData("{current-context: a, contexts: [{name: a, context: {cluster: a, user: u}}], clusters: [{name: a, cluster: {server: 'https://a'}}]}", "kubernetes.context-entry-missing")]
    [InlineData("{current-context: a, contexts: [{name: a, context: {cluster: a}}], clusters: [{name: a, cluster: {server: 'https://a', certificate-authority: nope.pem}}]}", "kubernetes.file-unreadable")]
    [InlineData("{current-context: a, contexts: [{name: a, context: {cluster: a}}], clusters: [{name: a, cluster: {server: 'https://a', certificate-authority-data: '!'}}]}", "kubernetes.certificate-invalid")]
    [InlineData("{current-context: a, contexts: [{name: a, context: {cluster: a}}], clusters: [{name: a, cluster: {server: 'https://a', certificate-authority-data: aGk=}}]}", "kubernetes.certificate-invalid")]
    [InlineData("{current-context: a, contexts: [{name: a, context: {cluster: a, user: u}}], clusters: [{name: a, cluster: {server: 'https://a'}}], users: [{name: u, user: {auth-provider: {name: gcp}}}]}", "kubernetes.auth-provider")]
    [InlineData("{current-context: a, contexts: [{name: a, context: {cluster: a, user: u}}], clusters: [{name: a, cluster: {server: 'https://a'}}], users: [{name: u, user: {exec: {apiVersion: client.authentication.k8s.io/v1alpha1, command: aws}}}]}", "kubernetes.exec-invalid")]
    [InlineData("{current-context: a, contexts: [{name: a, context: {cluster: a, user: u}}], clusters: [{name: a, cluster: {server: 'https://a'}}], users: [{name: u, user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: aws}}}]}", "kubernetes.exec-invalid")]
    [InlineData("{current-context: a, contexts: [{name: a, context: {cluster: a, user: u}}], clusters: [{name: a, cluster: {server: 'https://a'}}], users: [{name: u, user: {token: 'a b'}}]}", "kubernetes.token-invalid")]
    [InlineData("{current-context: a, contexts: [{name: a, context: {cluster: a, user: u}}], clusters: [{name: a, cluster: {server: 'https://a'}}], users: [{name: u, user: {token: a, as: b, as-groups: [c, d]}}]}", "kubernetes.impersonation-groups")]
    public void Names_every_fault_of_a_kubeconfig(string text, string key) =>
        The.Told(Load(folder.Write("config", text)).Failure).Text.Key.ShouldBe(key);

    [Fact]
    public void Says_where_it_looked_when_there_is_no_kubeconfig()
    {
        The.Told(Loader(null).Load().Failure).Text.Facts["files"].ShouldBe(Path.Combine(folder.Path, ".kube", "config"));
        Load(Path.Combine(folder.Path, "nope")).Failure!.Text.Key.ShouldBe("kubernetes.kubeconfig-missing");
    }

    [Fact]
    public void Lists_the_contexts() =>
        Loader(null).Contexts(folder.Write("config", Two)).Value.ShouldBe(["prod", "broken"]);

    [Fact]
    public async Task Reads_the_service_account_of_a_pod()
    {
        using var authority = new TestCertificates();
        folder.Write("token", "first\n");
        folder.Write("ca.crt", authority.Authority.ExportCertificatePem());
        folder.Write("namespace", "bot\n");
        var variables = new Dictionary<string, string> { ["KUBERNETES_SERVICE_HOST"] = "fd00::1", ["KUBERNETES_SERVICE_PORT"] = "443" };

        var connection = new InClusterConfiguration(new ManualClock(), name => variables.GetValueOrDefault(name), folder.Path).Load().Value;

        connection.Server.ShouldBe(new Uri("https://[fd00::1]:443"));
        connection.Namespace.ShouldBe("bot");
        (await connection.Credentials.GetAsync(null, default)).Value.Header!.Parameter.ShouldBe("first");
        The.Told(new InClusterConfiguration(new ManualClock(), _ => null, folder.Path).Load().Failure).Text.Key.ShouldBe("kubernetes.not-in-cluster");
    }

    private KubeconfigLoader Loader(string? variable) => new(new ManualClock(), new KubeconfigEnvironment(variable, folder.Path, HasTerminal: false));

    private ApiResult<ClusterConnection> Load(string file, string? context = null) => Loader(null).Load(file, context);
}
