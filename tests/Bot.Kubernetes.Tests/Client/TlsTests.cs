using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Authentication;
using Bot.Kubernetes.Client.Configuration;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Tests.Client;

public sealed class TlsTests : IDisposable
{
    private readonly TestCertificates authority = new();
    private readonly TestCertificates stranger = new("stranger");

    public void Dispose()
    {
        authority.Dispose();
        stranger.Dispose();
    }

    [Fact]
    public async Task Trusts_a_certificate_of_the_given_authority()
    {
        await using var server = Serving(authority.Server());
        using var client = The.Client(Connection(server, authority.Trust));

        (await client.GetVersionAsync(The.Patience)).Failure.ShouldBeNull();
    }

    [Fact]
    public async Task Trusts_no_other_authority()
    {
        await using var server = Serving(stranger.Server());

        (await FailureAsync(Connection(server, authority.Trust))).ShouldSatisfyAllConditions(
            failure => failure.Tls.ShouldBe(TlsProblem.UnknownAuthority),
            failure => failure.Facts["problem"].ShouldBe("CN=stranger"));
        (await FailureAsync(Connection(server, authorities: null))).Tls.ShouldBe(TlsProblem.UnknownAuthority);
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tells_an_expired_and_a_future_certificate()
    {
        await using var expired = Serving(authority.Server(until: TestCertificates.Now.AddDays(-1)));
        await using var future = Serving(authority.Server(from: TestCertificates.Now.AddDays(1)));

        (await FailureAsync(Connection(expired, authority.Trust))).ShouldSatisfyAllConditions(
            failure => failure.Kind.ShouldBe(ApiFailureKind.Tls),
            failure => failure.Text.Key.ShouldBe("kubernetes.tls-server-certificate-expired"),
            failure => failure.Facts["problem"].ShouldBe("2026-11-20 00:30 UTC"));
        (await FailureAsync(Connection(future, authority.Trust))).Tls.ShouldBe(TlsProblem.ServerCertificateNotYetValid);
    }

    [Fact]
    public async Task Tells_a_wrong_name_and_takes_the_right_one_from_tls_server_name()
    {
        await using var server = Serving(authority.Server("kubernetes.default"));
        using var client = The.Client(Connection(server, authority.Trust, serverName: "kubernetes.default"));

        (await FailureAsync(Connection(server, authority.Trust))).ShouldSatisfyAllConditions(
            failure => failure.Tls.ShouldBe(TlsProblem.NameMismatch),
            failure => failure.Facts["problem"].ShouldBe("kubernetes.default"));
        (await client.GetVersionAsync(The.Patience)).Failure.ShouldBeNull();
        server.ServerNames.Last().ShouldBe("kubernetes.default");
    }

    [Fact]
    public async Task Checks_nothing_where_the_kubeconfig_says_so()
    {
        await using var server = Serving(stranger.Server("elsewhere", until: TestCertificates.Now.AddDays(-1)));
        using var client = The.Client(new ClusterConnection { Server = server.Address, Source = "test", Credentials = StaticCredentialSource.Anonymous, SkipTlsVerification = true });

        (await client.GetVersionAsync(The.Patience)).Failure.ShouldBeNull();
    }

    [Fact]
    public async Task Shows_its_client_certificate_and_says_when_that_has_expired()
    {
        await using var good = Serving(authority.Server(), asksCertificate: true);
        await using var refusing = Serving(authority.Server(), asksCertificate: true, status: 401);
        using var client = The.Client(Connection(good, authority.Trust, certificate: Certificate(TestCertificates.Now.AddDays(1))));

        (await client.GetVersionAsync(The.Patience)).Failure.ShouldBeNull();
        good.ClientCertificates.ShouldBe(["CN=mina"]);
        (await FailureAsync(Connection(refusing, authority.Trust, certificate: Certificate(TestCertificates.Now.AddDays(-1))))).ShouldSatisfyAllConditions(
            failure => failure.Tls.ShouldBe(TlsProblem.ClientCertificateExpired),
            failure => failure.Text.Key.ShouldBe("kubernetes.tls-client-certificate-expired"),
            failure => failure.Facts["until"].ShouldBe(TestCertificates.Now.AddDays(-1)));
    }

    [Fact]
    public async Task Opens_new_connections_for_a_renewed_client_certificate()
    {
        await using var server = Serving(authority.Server(), asksCertificate: true, status: 401);
        var renewed = 0;
        using var client = The.Client(Connection(server, authority.Trust, certificate: () => Certificate(TestCertificates.Now.AddDays(1 + renewed++))()));

        await client.GetVersionAsync(The.Patience);

        server.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task Tells_a_server_that_speaks_no_tls()
    {
        await using var server = new LoopbackServer((_, answer) => answer.TextAsync(400, "Client sent an HTTP request to an HTTPS server."), greeting: "SSH-2.0-x\r\n");

        var failure = await FailureAsync(new ClusterConnection
        {
            Server = new UriBuilder(server.Address) { Scheme = "https" }.Uri,
            Source = "test",
            Credentials = StaticCredentialSource.Anonymous,
        });

        failure.Text.Key.ShouldBe("kubernetes.tls-handshake");
    }

    private static async Task<ApiFailure> FailureAsync(ClusterConnection connection)
    {
        using var client = The.Client(connection);
        var failure = The.Told((await client.GetVersionAsync(The.Patience)).Failure);
        failure.IsUnreachable.ShouldBeTrue();
        failure.Address.ShouldBe(connection.Server.GetLeftPart(UriPartial.Authority));
        return failure;
    }

    private static LoopbackServer Serving(X509Certificate2 certificate, bool asksCertificate = false, int status = 200) => new(
        (_, answer) => answer.JsonAsync(status, """{"major":"1","minor":"34","gitVersion":"v1.34.0"}"""),
        new SslServerAuthenticationOptions
        {
            ServerCertificate = certificate,
            ClientCertificateRequired = asksCertificate,
            RemoteCertificateValidationCallback = (_, client, _, _) => client is not null || !asksCertificate,
        });

    private Func<ApiResult<ClientCertificate?>> Certificate(DateTimeOffset until)
    {
        var (certificate, key) = authority.Client("mina", until);
        return () => ClientCertificate.FromPem(certificate, key);
    }

    private static ClusterConnection Connection(LoopbackServer server, X509Certificate2Collection? authorities, string? serverName = null, Func<ApiResult<ClientCertificate?>>? certificate = null) => new()
    {
        Server = server.Address,
        Source = "test",
        Authorities = authorities,
        TlsServerName = serverName,
        Credentials = certificate is null ? StaticCredentialSource.Token("t") : new StaticCredentialSource(null, certificate),
    };
}
