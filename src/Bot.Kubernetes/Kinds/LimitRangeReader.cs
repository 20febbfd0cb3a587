using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class LimitRangeReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new LimitRange
    {
        Metadata = metadata,
        Limits = item.At("spec"u8, "limits"u8).Each(static limit => new LimitRangeItem(
            limit.At("type"u8).Text(),
            limit.At("min"u8).Map(),
            limit.At("max"u8).Map(),
            limit.At("maxLimitRequestRatio"u8).Map())),
    };
}
