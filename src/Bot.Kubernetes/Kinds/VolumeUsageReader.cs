using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class VolumeUsageReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new VolumeUsage
    {
        Metadata = metadata,
        UsedBytes = item.At("spec"u8, "usedBytes"u8).Long(),
        CapacityBytes = item.At("spec"u8, "capacityBytes"u8).Long(),
        InodesUsed = item.At("spec"u8, "inodesUsed"u8).LongOrNull(),
        Inodes = item.At("spec"u8, "inodes"u8).LongOrNull(),
        TakenAt = item.At("spec"u8, "takenAt"u8).Time(),
    };
}
