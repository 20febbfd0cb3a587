using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class ServiceAccountReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new ServiceAccount { Metadata = metadata };
}
