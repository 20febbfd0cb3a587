using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>An autoscaler gets no figures: the metrics API does not answer or is not installed, or the pods deliver none.</summary>
internal sealed class AutoscalerNoMetricsRule() : AutoscalerRule(RuleIds.HpaNoMetrics, "APIService", "Pod")
{
    private static readonly string[] Apis = ["custom.metrics.k8s.io", "external.metrics.k8s.io", "metrics.k8s.io"];

    protected override Condition? Fault(HorizontalPodAutoscaler scaler, ClusterSnapshot snapshot) =>
        ConditionOf(scaler, "ScalingActive", "False") is { } condition && IsAboutMetrics(condition) && !AutoscalerMissingRequestsRule.IsAboutRequests(condition) ? condition : null;

    protected override TimeSpan MinimumAge(DiagnosisThresholds thresholds) => thresholds.Workloads.Autoscaler;

    protected override Finding Describe(Finding start, HorizontalPodAutoscaler scaler, Condition condition, ClusterSnapshot snapshot)
    {
        var group = GroupOf(condition);
        var api = snapshot.All<ApiService>().FirstOrDefault(found => found.Group == group);
        var fromPods = condition.Message.Contains("did not receive metrics", StringComparison.Ordinal) || condition.Message.Contains("no metrics returned", StringComparison.Ordinal);
        var absent = api is null && snapshot.ReadingOf("APIService").IsCompleteFor("");
        return start with
        {
            Variant = absent ? "not-installed" : fromPods ? "pods" : "",
            Facts = start.Facts.SetItem("api", group),
            Evidence = [.. start.Evidence, .. absent ? [new Evidence(new ObjectRef("APIService", "", $"v1beta1.{group}"), "metadata", "not there")] : Array.Empty<Evidence>()],
            PointsTo =
            [
                api?.Ref ?? new ObjectRef("APIService", "", $"v1beta1.{group}"),
                .. fromPods ? snapshot.Pods.OwnedBy(Autoscalers.TargetOf(scaler)).Where(pod => !pod.IsReady && !pod.IsFinished).Select(pod => pod.Ref) : [],
            ],
        };
    }

    internal static bool IsAboutMetrics(Condition condition) =>
        condition.Reason.StartsWith("FailedGet", StringComparison.Ordinal) && condition.Reason.EndsWith("Metric", StringComparison.Ordinal);

    private static string GroupOf(Condition condition) =>
        Apis.FirstOrDefault(group => condition.Message.Contains(group, StringComparison.Ordinal))
        ?? (condition.Reason == "FailedGetExternalMetric" ? Apis[1] : condition.Reason is "FailedGetPodsMetric" or "FailedGetObjectMetric" ? Apis[0] : Apis[2]);
}
