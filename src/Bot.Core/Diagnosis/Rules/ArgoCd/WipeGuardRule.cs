using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>Git renders to nothing, and auto-sync refuses to delete all that the Application has.</summary>
internal sealed class WipeGuardRule() : DriftRule(RuleIds.ArgoCdWipeGuard, Severity.Warning, DriftKind.WipeGuard)
{
    protected override Finding? Describe(Drift drift, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var condition = drift.WipeGuard!;
        if (!context.IsOlder(condition.LastTransitionAt, context.Thresholds.ArgoCd.Comparison))
        {
            return null;
        }

        var path = drift.App.Sources.Select(source => source.Path.Length > 0 ? source.Path : source.Chart).FirstOrDefault() ?? "";
        var start = Start(drift, Severity.Warning, drift.Leftover);
        return start with
        {
            Since = condition.LastTransitionAt,
            Facts = start.Facts.SetItem("path", path),
            Evidence =
            [
                new Evidence(drift.App.Ref, "status.conditions[SyncError].message", condition.Message) { At = condition.LastTransitionAt },
                new Evidence(drift.App.Ref, "spec.source.path", path),
                .. start.Evidence,
            ],
            BlocksDelivery = true,
            Command = $"argocd app manifests {drift.App.Name} --source git",
        };
    }
}
