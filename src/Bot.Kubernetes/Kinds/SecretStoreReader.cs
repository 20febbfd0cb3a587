using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class SecretStoreReader(bool isClusterWide) : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new SecretStore
    {
        Metadata = metadata,
        IsClusterWide = isClusterWide,
        Conditions = ConditionReader.OfStatus(item),
    };
}
