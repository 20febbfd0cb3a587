using System.Text;
using Bot.Core.Clusters;
using Bot.Kubernetes.Input;
using Bot.Testing;

namespace Bot.Kubernetes.Tests.Kinds;

/// <summary>An object of an unexpected shape costs no more than itself, and is named.</summary>
public sealed class OddShapeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"shop","name":"web"},"status":"gone"}""", "status", "text")]
    [InlineData("""{"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"shop","name":"web"},"status":{"phase":"Running","conditions":{"type":"Ready"}}}""", "status.conditions", "map")]
    [InlineData("""{"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"shop","name":"web"},"status":{"phase":"Running","containerStatuses":[{"name":"app","ready":"yes"}]}}""", "status.containerStatuses[0].ready", "text")]
    [InlineData("""{"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"shop","name":"web","labels":["a"]},"status":{"phase":"Running"}}""", "metadata.labels", "list")]
    [InlineData("""{"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"shop","name":"web"},"status":{"phase":"Dancing"}}""", "status.phase", "Dancing")]
    [InlineData("""{"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"shop","name":"web"}}""", "status.phase", "missing")]
    [InlineData("""{"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"shop","name":"web","creationTimestamp":"2027-01-01T00:00:00Z"},"status":{"phase":"Running"}}""", "metadata.creationTimestamp", "2027-01-01T00:00:00Z")]
    [InlineData("""{"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"shop","name":"web","creationTimestamp":"yesterday"},"status":{"phase":"Running"}}""", "metadata.creationTimestamp", "text")]
    [InlineData("""{"apiVersion":"argoproj.io/v1alpha1","kind":"Application","metadata":{"namespace":"argocd","name":"a"},"status":{"sync":{"status":"Maybe"}}}""", "status.sync.status", "Maybe")]
    public void A_field_that_is_not_as_described_is_named(string document, string path, string found) =>
        Odd(document).ShouldHaveSingleItem().Fields.ShouldBe([new OddField(path, found)]);

    [Fact]
    public void An_annotation_of_ten_megabytes_is_named_and_not_kept()
    {
        var document = """{"apiVersion":"v1","kind":"Service","metadata":{"namespace":"shop","name":"web","annotations":{"note":"LONG"}}}""".Replace("LONG", new string('x', 10_000_000), StringComparison.Ordinal);
        var snapshot = Read(document);

        snapshot.Odd.ShouldHaveSingleItem().Fields.ShouldBe([new OddField("metadata.annotations", "10000011 bytes")]);
        snapshot.All<Service>().Single().Metadata.Annotations.Count.ShouldBe(0);
    }

    [Fact]
    public void The_others_are_read_as_ever()
    {
        var snapshot = Read(
            """{"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"shop","name":"odd"},"spec":7,"status":[]}""" + "\n" +
            """{"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"shop","name":"web"},"status":{"phase":"Running"}}""");

        snapshot.Odd.Select(odd => odd.Object.Name).ShouldBe(["odd"]);
        snapshot.All<Pod>().Count().ShouldBe(2);
    }

    [SharedFact]
    public void Nothing_of_a_real_cluster_is_odd()
    {
        foreach (var dump in new[] { "broken.json", "healthy.json" })
        {
            var input = new ManifestReader(CompleteKinds.None).Read([SharedFiles.PathOf("recordings", "dumps", dump)], Stream.Null, Now);

            input.Snapshot.Odd.SelectMany(odd => odd.Fields.Select(field => $"{odd.Object} {field.Path} {field.Found}")).ShouldBeEmpty(dump);
        }
    }

    private static IEnumerable<OddObject> Odd(string document) => Read(document).Odd;

    private static ClusterSnapshot Read(string documents) => new ManifestReader(CompleteKinds.None).Read(["-"], new MemoryStream(Encoding.UTF8.GetBytes(documents)), Now).Snapshot;
}
