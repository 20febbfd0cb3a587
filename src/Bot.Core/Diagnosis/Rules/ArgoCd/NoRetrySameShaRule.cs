using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// Auto-sync has given up on this commit: it never tries the same one again, not even with selfHeal. Told only where no rule knows the reason,
/// which may be gone by now: then one sync by hand is all that is missing.
/// </summary>
internal sealed class NoRetrySameShaRule() : FailedSyncRule(RuleIds.ArgoCdNoRetrySameSha, Severity.Warning)
{
    protected override bool Matches(FailedSync failed) => failed is { Pattern: MessagePattern.Unclassified, IsGivenUp: true };

    protected override Finding Describe(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var condition = failed.App.ConditionOf("SyncError")!;
        var start = Start(failed, snapshot, context, Severity.Warning);
        return start with
        {
            Variant = failed.IsTerminated ? "terminated" : "",
            Evidence = [new Evidence(failed.App.Ref, "status.conditions[SyncError].message", condition.Message) { At = condition.LastTransitionAt }, .. start.Evidence.Where(fact => fact.Value != condition.Message)],
            Action = "sync",
            Command = SyncCommand(failed.App, context),
            PointsTo = failed.Object is { } unhealthy ? [unhealthy] : [],
        };
    }
}
