using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class ApplicationSetReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new ApplicationSet
    {
        Metadata = metadata,
        Conditions = ConditionReader.OfStatus(item),
    };
}
