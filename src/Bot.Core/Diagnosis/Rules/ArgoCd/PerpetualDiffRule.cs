using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>This commit was synced with success and the cluster still differs from it: something else writes the field, or somebody changed it by hand.</summary>
internal sealed class PerpetualDiffRule() : DriftRule(RuleIds.ArgoCdPerpetualDiff, Severity.Warning, DriftKind.PerpetualDiff, "HorizontalPodAutoscaler")
{
    protected override Finding? Describe(Drift drift, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var state = drift.App.OperationState!;
        var seen = drift.App.ReconciledAt;
        if (!context.IsOlder(state.FinishedAt, context.Thresholds.ArgoCd.Drift) || seen < state.FinishedAt || context.IsOlder(seen, context.Thresholds.ArgoCd.Reconciliation))
        {
            return null;
        }

        var scaler = SecondWriter.Autoscaler(drift, snapshot);
        var start = Start(drift, Severity.Warning, drift.Differing);
        return start with
        {
            Variant = scaler is not null ? "autoscaler" : SecondWriter.IsInjected(drift) ? "injected" : drift.App is { IsAutomated: true, Automated.SelfHeal: true } ? "" : "no-self-heal",
            Since = state.FinishedAt,
            Evidence =
            [
                .. start.Evidence,
                new Evidence(drift.App.Ref, "status.operationState.phase", "Succeeded") { At = state.FinishedAt },
                new Evidence(drift.App.Ref, "status.operationState.syncResult.revision", state.SyncResult!.Revision),
                .. scaler is null ? [] : new[] { new Evidence(scaler.Ref, "spec.scaleTargetRef", $"{scaler.TargetKind}/{scaler.TargetName}") },
            ],
            Command = $"argocd app diff {drift.App.Name}",
        };
    }
}
