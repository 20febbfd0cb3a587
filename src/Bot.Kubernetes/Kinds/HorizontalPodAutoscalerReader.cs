using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class HorizontalPodAutoscalerReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new HorizontalPodAutoscaler
    {
        Metadata = metadata,
        TargetKind = item.At("spec"u8, "scaleTargetRef"u8).At("kind"u8).Text(),
        TargetName = item.At("spec"u8, "scaleTargetRef"u8).At("name"u8).Text(),
        MinReplicas = item.At("spec"u8, "minReplicas"u8).Int(1),
        MaxReplicas = item.At("spec"u8, "maxReplicas"u8).Int(),
        CurrentReplicas = item.At("status"u8, "currentReplicas"u8).Int(),
        DesiredReplicas = item.At("status"u8, "desiredReplicas"u8).Int(),
        LastScaleAt = item.At("status"u8, "lastScaleTime"u8).Time(),
        Metrics = HpaMetricReader.Read(item),
        Conditions = ConditionReader.OfStatus(item),
    };
}
