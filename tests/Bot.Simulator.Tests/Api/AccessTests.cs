using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using Bot.Simulator.Api;
using Bot.Simulator.Api.Access;
using Bot.Simulator.Store;
using Bot.Simulator.Tests.Store;

namespace Bot.Simulator.Tests.Api;

public sealed class AccessTests : IAsyncLifetime
{
    private TheApi api = null!;

    public async Task InitializeAsync() => api = await TheApi.StartAsync();

    public async Task DisposeAsync() => await api.DisposeAsync();

    [Theory]
    [InlineData("admin", "GET", "/api/v1/secrets", 200)]
    [InlineData("reader", "GET", "/api/v1/pods", 200)]
    [InlineData("reader", "GET", "/api/v1/secrets", 403)]
    [InlineData("reader", "DELETE", "/api/v1/namespaces/prod", 403)]
    [InlineData("nobody", "GET", "/api/v1/pods", 403)]
    [InlineData("nobody", "GET", "/apis", 200)]
    [InlineData("stranger", "GET", "/apis", 401)]
    public async Task Rights_are_those_of_the_user(string token, string method, string path, int expected)
    {
        var (code, _) = await api.SendAsync(new HttpMethod(method), path, null, token: token);

        code.ShouldBe(expected);
    }

    [Fact]
    public async Task Everyone_may_ask_what_they_may()
    {
        const string review = """{"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview","spec":{"resourceAttributes":{"verb":"patch","group":"argoproj.io","resource":"applications","namespace":"prod"}}}""";
        const string path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

        var (_, reader) = await api.SendAsync(HttpMethod.Post, path, review, token: "reader");
        var (_, admin) = await api.SendAsync(HttpMethod.Post, path, review);

        reader.Flag("status", "allowed").ShouldBeFalse();
        admin.Flag("status", "allowed").ShouldBeTrue();
    }

    [Fact]
    public async Task Every_answer_bears_an_audit_id()
    {
        using var answer = await api.Client.GetAsync(new Uri("/api", UriKind.Relative));

        answer.Headers.GetValues("Audit-Id").ShouldHaveSingleItem().Length.ShouldBe(36);
    }

    [Fact]
    public async Task OpenApi_is_not_served()
    {
        using var answer = await api.Client.GetAsync(new Uri("/openapi/v3", UriKind.Relative));

        ((int)answer.StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task Tls_is_trusted_by_its_own_authority_alone()
    {
        var user = ApiUser.Admin("admin", "admin");
        await using var server = await KubernetesApiServer.StartAsync(new TheStore().Store, new ApiServerOptions { Users = [user] });
        using var authority = X509Certificate2.CreateFromPem(server.AuthorityPem);
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(authority);
        using var trusting = new HttpClient(handler) { BaseAddress = server.Address };
        using var strange = new HttpClient { BaseAddress = server.Address };
        trusting.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "admin");

        using var answer = await trusting.GetAsync(new Uri("/api/v1/namespaces", UriKind.Relative));

        ((int)answer.StatusCode).ShouldBe(200);
        await Should.ThrowAsync<HttpRequestException>(() => strange.GetAsync(new Uri("/version", UriKind.Relative)));
        server.Kubeconfig(user).ShouldContain("certificate-authority-data: ");
    }

    [Fact]
    public async Task Discovery_that_has_not_changed_is_304()
    {
        const string aggregated = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";
        using var first = new HttpRequestMessage(HttpMethod.Get, "/apis");
        first.Headers.TryAddWithoutValidation("Accept", aggregated);
        using var answer = await api.Client.SendAsync(first);
        using var second = new HttpRequestMessage(HttpMethod.Get, "/apis");
        second.Headers.TryAddWithoutValidation("Accept", aggregated);
        second.Headers.TryAddWithoutValidation("If-None-Match", answer.Headers.ETag!.Tag);

        using var again = await api.Client.SendAsync(second);
        api.Store.Uninstall(SimulatedKinds.Gateway);
        using var third = new HttpRequestMessage(HttpMethod.Get, "/apis");
        third.Headers.TryAddWithoutValidation("Accept", aggregated);
        third.Headers.TryAddWithoutValidation("If-None-Match", answer.Headers.ETag.Tag);
        using var changed = await api.Client.SendAsync(third);

        ((int)again.StatusCode).ShouldBe(304);
        ((int)changed.StatusCode).ShouldBe(200);
    }
}
