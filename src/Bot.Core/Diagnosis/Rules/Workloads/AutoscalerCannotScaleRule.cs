using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>An autoscaler may not read or write the scale of a target that is there.</summary>
internal sealed class AutoscalerCannotScaleRule() : AutoscalerRule(RuleIds.HpaCannotScale)
{
    protected override Condition? Fault(HorizontalPodAutoscaler scaler, ClusterSnapshot snapshot) =>
        ConditionOf(scaler, "AbleToScale", "False") is { Reason: "FailedGetScale" or "FailedUpdateScale" } condition
        && !(condition.Reason == "FailedGetScale" && AutoscalerTargetMissingRule.IsMissing(scaler, condition, snapshot))
            ? condition
            : null;

    protected override TimeSpan MinimumAge(DiagnosisThresholds thresholds) => thresholds.Workloads.AutoscalerTarget;
}
