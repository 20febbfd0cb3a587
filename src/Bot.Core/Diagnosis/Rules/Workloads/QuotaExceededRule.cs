using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>A ResourceQuota of the namespace is full, so that pods are refused.</summary>
internal sealed class QuotaExceededRule() : CreateFailureRule(RuleIds.RsQuotaExceeded, CreateFault.Quota, "ResourceQuota", "HorizontalPodAutoscaler")
{
    protected override Finding Describe(Finding start, CreateFailure failure, string name, ClusterSnapshot snapshot)
    {
        var quota = snapshot.Find<ResourceQuota>("ResourceQuota", failure.Subject.Namespace, name);
        var over = CreateFaults.OverQuota(failure.Message).ToList();
        var scaler = failure.Workload is { } workload ? Autoscalers.Of(snapshot, workload.Ref) : null;
        return start with
        {
            Variant = scaler is null ? "" : "hpa",
            Facts = start.Facts.SetItem("what", over.Count > 0 ? over[0] : "pods").SetItem("scaler", scaler?.Name ?? ""),
            Evidence =
            [
                .. start.Evidence,
                .. quota is null ? [] : over.Take(2).Select(what => new Evidence(quota.Ref, $"status.used / hard [{what}]", $"{quota.Used[what] ?? "?"} / {quota.Hard[what] ?? "?"}")),
                .. scaler is null ? [] : Autoscalers.Line(snapshot, failure.Workload!.Ref),
            ],
            Command = $"kubectl -n {failure.Subject.Namespace} describe resourcequota {name}",
        };
    }
}
