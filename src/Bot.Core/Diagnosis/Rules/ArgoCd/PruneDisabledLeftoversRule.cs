using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>All that differs are objects that left Git; nothing deletes them, because prune is off or they are kept on purpose. By design.</summary>
internal sealed class PruneDisabledLeftoversRule() : DriftRule(RuleIds.ArgoCdPruneDisabledLeftovers, Severity.Info, DriftKind.Leftovers)
{
    protected override Finding? Describe(Drift drift, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var prunes = drift.App is { IsAutomated: true, Automated.Prune: true };
        if (prunes && !context.IsOlder(drift.App.OperationState?.FinishedAt, context.Thresholds.ArgoCd.Drift))
        {
            return null;
        }

        var start = Start(drift, Severity.Info, drift.Leftover);
        return start with
        {
            Variant = prunes ? "kept" : drift.App.IsAutomated ? "" : "by-hand",
            Since = drift.App.OperationState?.FinishedAt,
            Evidence =
            [
                .. start.Evidence,
                new Evidence(drift.App.Ref, "status.resources[].requiresPruning", $"{drift.Leftover.Length} of {drift.Leftover.Length} that differ"),
                new Evidence(drift.App.Ref, "spec.syncPolicy.automated.prune", prunes ? "true" : "false"),
            ],
            Command = $"argocd app diff {drift.App.Name}",
        };
    }
}
