using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>The last sync failed and no other rule knows the reason. An operation that was ended on request is no fault.</summary>
internal sealed class SyncFailedRule() : FailedSyncRule(RuleIds.ArgoCdSyncFailed, Severity.Warning)
{
    protected override bool Matches(FailedSync failed) => failed is { Pattern: MessagePattern.Unclassified, IsGivenUp: false, IsTerminated: false };

    protected override Finding Describe(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var start = Start(failed, snapshot, context, Severity.Warning);
        return start with
        {
            Variant = failed.App.OperationState is { Phase: "Error" } ? "not-tried" : failed.Object is null ? "nothing-named" : "",
            Command = OperationCommands.ShowState(failed.App),
            PointsTo = failed.Object is { } unhealthy ? [unhealthy] : [],
        };
    }
}
