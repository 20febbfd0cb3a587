using System.Text.RegularExpressions;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>An autoscaler by utilization, and a container without the request that utilization is counted against.</summary>
internal sealed partial class AutoscalerMissingRequestsRule() : AutoscalerRule(RuleIds.HpaMissingRequests)
{
    protected override Condition? Fault(HorizontalPodAutoscaler scaler, ClusterSnapshot snapshot) =>
        ConditionOf(scaler, "ScalingActive", "False") is { } condition && AutoscalerNoMetricsRule.IsAboutMetrics(condition) && IsAboutRequests(condition) ? condition : null;

    protected override TimeSpan MinimumAge(DiagnosisThresholds thresholds) => thresholds.Workloads.Autoscaler;

    protected override Finding Describe(Finding start, HorizontalPodAutoscaler scaler, Condition condition, ClusterSnapshot snapshot)
    {
        var match = Missing().Match(condition.Message);
        var resource = match.Groups["resource"].Value;
        var without = snapshot.Find(Autoscalers.TargetOf(scaler)) is Workload { Template: { } template }
            ? template.Containers.Where(container => !container.IsInit || container.RestartsAlways).FirstOrDefault(container => (resource == "memory" ? container.MemoryRequest : container.CpuRequest) is null)
            : null;
        var container = match.Groups["container"] is { Success: true } named ? named.Value : without?.Name ?? "";
        return start with
        {
            Variant = container.Length > 0 ? "" : "unnamed",
            Facts = start.Facts.SetItem("resource", resource).SetItem("container", container),
            Evidence = [.. start.Evidence, .. without is null ? Array.Empty<Evidence>() : [new Evidence(Autoscalers.TargetOf(scaler), $"spec.template.spec.containers[{without.Name}].resources.requests", "-")]],
        };
    }

    internal static bool IsAboutRequests(Condition condition) => condition.Message.Contains("missing request for", StringComparison.Ordinal);

    [GeneratedRegex("missing request for (?<resource>[a-z0-9./-]+)( in container (?<container>[a-z0-9-]+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();
}
