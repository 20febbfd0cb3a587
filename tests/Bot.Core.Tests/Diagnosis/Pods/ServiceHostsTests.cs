using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Pods;

public sealed class ServiceHostsTests
{
    private static readonly ObjectRef Postgres = new("Service", "data", "postgres");

    [Theory]
    [InlineData("postgres", "data")]
    [InlineData("postgres.data", "shop")]
    [InlineData("postgres.data.svc", "shop")]
    [InlineData("postgres.data.svc.cluster.local", "shop")]
    [InlineData("postgres.data.svc.cluster.local.", "shop")]
    [InlineData("postgres.data.svc.example.internal", "shop")]
    [InlineData("postgres-0.postgres", "data")]
    [InlineData("postgres-0.postgres.data.svc.cluster.local", "shop")]
    [InlineData("172.20.10.5", "shop")]
    [InlineData("10.0.3.4", "shop")]
    public void A_service_is_found_by_every_way_to_write_it(string host, string from)
    {
        var found = Hosts(ready: 0).Find(host, "5432", from);

        found.Target.ShouldBe(Postgres);
        found.State.ShouldBe(DependencyState.Down);
    }

    [Fact]
    public void A_service_with_a_ready_endpoint_is_not_the_cause() => Hosts(ready: 1).Find("postgres.data", "5432", "shop").State.ShouldBe(DependencyState.Ready);

    [Theory]
    [InlineData("postgres", "shop")]
    [InlineData("redis.data.svc", "shop")]
    [InlineData("redis.data", "shop")]
    public void A_name_of_the_cluster_without_a_service_is_missing(string host, string from) => Hosts(ready: 0).Find(host, "", from).State.ShouldBe(DependencyState.Missing);

    [Theory]
    [InlineData("mail.example.com")]
    [InlineData("example.com")]
    [InlineData("198.51.100.7")]
    [InlineData("2001:db8::7")]
    public void Everything_else_is_outside(string host) => Hosts(ready: 0).Find(host, "443", "shop").ShouldBe(new Dependency($"{host}:443", DependencyState.Outside));

    [Theory]
    [InlineData("postgres")]
    [InlineData("mail.example.com")]
    [InlineData("10.0.3.4")]
    public void Without_services_nothing_is_concluded(string host) =>
        new ServiceHosts(TheSnapshot.Empty).Find(host, "", "data").State.ShouldBe(DependencyState.Unknown);

    private static ServiceHosts Hosts(int ready) => new(new TheSnapshot()
        .With(
            TheService.Of("postgres", "data") with { ClusterIp = "172.20.10.5" },
            TheService.Of("other", "shop"),
            TheService.SliceOf("postgres", "data", ready),
            new Namespace { Metadata = TheMetadata.Of("", "data") },
            new ThePod("postgres-0", "postgres", "data").With(pod => pod with { Ip = "10.0.3.4" }).Build()));
}
