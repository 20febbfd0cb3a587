using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class NamespaceReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new Namespace
    {
        Metadata = metadata,
        Phase = item.At("status"u8, "phase"u8).Text(),
        Conditions = ConditionReader.OfStatus(item),
    };
}
