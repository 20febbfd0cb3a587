using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>An autoscaler wants more pods than it may make. Fixed bounds (min = max) are meant so.</summary>
internal sealed class AutoscalerAtMaxRule() : AutoscalerRule(RuleIds.HpaAtMax)
{
    protected override Condition? Fault(HorizontalPodAutoscaler scaler, ClusterSnapshot snapshot) =>
        scaler.MaxReplicas > scaler.MinReplicas && scaler.CurrentReplicas >= scaler.MaxReplicas && ConditionOf(scaler, "ScalingLimited", "True") is { Reason: "TooManyReplicas" } condition ? condition : null;

    protected override TimeSpan MinimumAge(DiagnosisThresholds thresholds) => thresholds.Workloads.AutoscalerAtMax;

    protected override Finding Describe(Finding start, HorizontalPodAutoscaler scaler, Condition condition, ClusterSnapshot snapshot)
    {
        var raised = scaler.MaxReplicas + Math.Max(1, scaler.MaxReplicas / 2);
        var metric = scaler.Metrics.FirstOrDefault(found => found.Current.Length > 0);
        return start with
        {
            Variant = metric is null ? "" : "figures",
            Facts = start.Facts.SetItem("raised", raised).SetItem("seen", metric is null ? "" : $"{metric.Name} {metric.Current}").SetItem("aim", metric?.Target ?? ""),
            Evidence =
            [
                .. start.Evidence,
                .. metric is null ? Array.Empty<Evidence>() : [new Evidence(scaler.Ref, $"status.currentMetrics[{metric.Name}] / target", $"{metric.Current} / {metric.Target}")],
                .. scaler.LastScaleAt is { } scaled ? [new Evidence(scaler.Ref, "status.lastScaleTime", scaled.ToString("u", CultureInfo.InvariantCulture)) { At = scaled }] : Array.Empty<Evidence>(),
            ],
            Action = "hpa-bounds",
            Command = $"kubectl -n {scaler.Namespace} patch hpa {scaler.Name} --type merge -p '{{\"spec\":{{\"maxReplicas\":{raised}}}}}'",
        };
    }
}
