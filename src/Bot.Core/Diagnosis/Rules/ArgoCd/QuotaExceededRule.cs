using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Core.Texts;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>A ResourceQuota left no room for an object that the sync creates itself. For pods of a workload the ReplicaSet tells it, and the sync succeeds.</summary>
internal sealed class QuotaExceededRule() : FailedSyncRule(RuleIds.ArgoCdQuotaExceeded, Severity.Warning, "ResourceQuota")
{
    protected override bool Matches(FailedSync failed) => failed.Pattern == MessagePattern.QuotaExceeded;

    protected override Finding Describe(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var name = FailureWords.Quota(failed.Told.Text);
        var target = FailureCause.TargetOf(failed);
        var quota = snapshot.Find<ResourceQuota>("ResourceQuota", target, name);
        var start = Start(failed, snapshot, context, Severity.Warning, ("quota", name.Length > 0 ? name : new TextKey("operation.quota-unnamed")), ("target", target));
        return start with
        {
            Variant = failed.Told.Text.Contains("must specify", StringComparison.Ordinal) ? "must-specify" : "",
            Evidence = quota is null
                ? start.Evidence
                : [.. start.Evidence, .. quota.Hard.Select(limit => new Evidence(quota.Ref, $"status.used[{limit.Key}]", $"{quota.Used[limit.Key] ?? "0"} of {limit.Value}")).Take(2)],
            Command = $"kubectl -n {target} describe resourcequota{(name.Length > 0 ? " " + name : "")}",
        };
    }
}
