using System.Reflection;
using Bot.Core.Clusters;
using Bot.Kubernetes.Kinds;

namespace Bot.Kubernetes.Tests.Kinds;

public sealed class KindTableTests
{
    [Fact]
    public void Every_kind_of_the_core_has_a_line_and_every_line_a_kind()
    {
        var records = typeof(ClusterObject).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ClusterObject)) && !type.IsAbstract && type != typeof(UnreadableObject));

        KindTable.All.Select(entry => entry.Kind).Order().ShouldBe(records.SelectMany(ClusterKinds.NamesOf).Distinct().Order());
    }

    [Fact]
    public void Secrets_are_asked_for_by_name_and_as_metadata_only()
    {
        var secret = KindTable.Named("Secret")!;

        secret.Scope.ShouldBe(ListScope.Named);
        secret.MetadataOnly.ShouldBeTrue();
        KindTable.All.Where(entry => entry.Resource is { Group: "", Plural: "secrets" }).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("gateway.networking.k8s.io", "Gateway", "Gateway.gateway.networking.k8s.io")]
    [InlineData("events.k8s.io", "Event", "Event")]
    [InlineData("", "Pod", "Pod")]
    [InlineData("networking.istio.io", "Gateway", "Gateway.networking.istio.io")]
    [InlineData("example.org", "Pod", null)]
    public void An_object_finds_its_line_by_group_and_kind(string group, string kind, string? expected) =>
        KindTable.Find(group, kind)?.Kind.ShouldBe(expected);

    [Fact]
    public void Readers_have_no_state_of_their_own() =>
        typeof(KindReader).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(KindReader)))
            .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic))
            .Where(field => field.FieldType != typeof(bool))
            .ShouldBeEmpty();
}
