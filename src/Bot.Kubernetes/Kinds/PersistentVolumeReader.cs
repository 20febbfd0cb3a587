using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class PersistentVolumeReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new PersistentVolume
    {
        Metadata = metadata,
        Phase = item.At("status"u8, "phase"u8).Text(),
        Reason = item.At("status"u8, "reason"u8).Text(),
        Message = item.At("status"u8, "message"u8).Message(),
        PhaseSince = item.At("status"u8, "lastPhaseTransitionTime"u8).Time(),
        StorageClassName = item.At("spec"u8, "storageClassName"u8).Text(),
        ReclaimPolicy = item.At("spec"u8, "persistentVolumeReclaimPolicy"u8).Text(),
        Capacity = item.At("spec"u8, "capacity"u8).At("storage"u8).Quantity(),
        ClaimNamespace = item.At("spec"u8, "claimRef"u8).At("namespace"u8).Text(),
        ClaimName = item.At("spec"u8, "claimRef"u8).At("name"u8).Text(),
    };
}
