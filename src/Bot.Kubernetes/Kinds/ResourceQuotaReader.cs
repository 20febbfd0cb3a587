using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class ResourceQuotaReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new ResourceQuota
    {
        Metadata = metadata,
        Hard = item.At("status"u8, "hard"u8) is { ValueKind: JsonValueKind.Object } hard ? hard.Map() : item.At("spec"u8, "hard"u8).Map(),
        Used = item.At("status"u8, "used"u8).Map(),
    };
}
