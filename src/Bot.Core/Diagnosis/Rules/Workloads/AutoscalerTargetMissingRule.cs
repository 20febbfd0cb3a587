using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>An autoscaler names a workload that is not there, or a kind that the cluster does not know.</summary>
internal sealed class AutoscalerTargetMissingRule() : AutoscalerRule(RuleIds.HpaTargetMissing)
{
    protected override Condition? Fault(HorizontalPodAutoscaler scaler, ClusterSnapshot snapshot) =>
        ConditionOf(scaler, "AbleToScale", "False") is { Reason: "FailedGetScale" } condition && IsMissing(scaler, condition, snapshot) ? condition : null;

    protected override TimeSpan MinimumAge(DiagnosisThresholds thresholds) => thresholds.Workloads.AutoscalerTarget;

    internal static bool IsMissing(HorizontalPodAutoscaler scaler, Condition condition, ClusterSnapshot snapshot) => snapshot.PresenceOf(Autoscalers.TargetOf(scaler)) switch
    {
        Presence.Absent => true,
        Presence.Unknown => condition.Message.Contains("not found", StringComparison.Ordinal) || condition.Message.Contains("no matches for kind", StringComparison.Ordinal),
        _ => false,
    };
}
