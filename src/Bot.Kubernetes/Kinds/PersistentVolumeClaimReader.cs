using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class PersistentVolumeClaimReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new PersistentVolumeClaim
    {
        Metadata = metadata,
        Phase = item.At("status"u8, "phase"u8).Text(),
        StorageClassName = item.At("spec"u8, "storageClassName"u8).Text(),
        VolumeName = item.At("spec"u8, "volumeName"u8).Text(),
        Requested = item.At("spec"u8, "resources"u8).At("requests"u8, "storage"u8).Quantity(),
        Capacity = item.At("status"u8, "capacity"u8).At("storage"u8).Quantity(),
    };
}
