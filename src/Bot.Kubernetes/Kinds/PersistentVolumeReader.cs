using System.Collections.Immutable;
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
        Zones = ZonesOf(item.At("spec"u8, "nodeAffinity"u8).At("required"u8, "nodeSelectorTerms"u8)),
        ClaimNamespace = item.At("spec"u8, "claimRef"u8).At("namespace"u8).Text(),
        ClaimName = item.At("spec"u8, "claimRef"u8).At("name"u8).Text(),
    };

    /// <summary>Drivers name the zone by the well-known label or by one of their own (<c>topology.ebs.csi.aws.com/zone</c>).</summary>
    private static ImmutableArray<string> ZonesOf(JsonElement terms)
    {
        var zones = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var term in terms.Items())
        {
            foreach (var expression in term.At("matchExpressions"u8).Items())
            {
                if (expression.At("key"u8).Text().EndsWith("/zone", StringComparison.Ordinal))
                {
                    zones.UnionWith(expression.At("values"u8).Texts());
                }
            }
        }

        return [.. zones];
    }
}
