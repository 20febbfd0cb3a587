using System.Text.Json;
using Bot.Core.Clusters;
using Bot.Kubernetes.Kinds;

namespace Bot.Kubernetes.Tests.Kinds;

public sealed class GuardedReaderTests
{
    [Fact]
    public void An_object_on_which_its_reader_breaks_off_is_still_known_to_be_there()
    {
        using var document = JsonDocument.Parse("""{"metadata":{"namespace":"shop","name":"web"}}""");

        var read = new GuardedReader("Pod", new Breaking()).ReadJson(document.RootElement);

        read.ShouldBeOfType<UnreadableObject>().Ref.ShouldBe(new ObjectRef("Pod", "shop", "web"));
        read.OddFields.ShouldBe([new OddField("", "InvalidOperationException")]);
    }

    private sealed class Breaking : KindReader
    {
        protected override ClusterObject Read(Metadata metadata, JsonElement item) => throw new InvalidOperationException();
    }
}
