using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>Git has changes, and a person must sync: auto-sync is not set up, or was switched off and not on again.</summary>
internal sealed class AutoSyncOffRule() : DriftRule(RuleIds.ArgoCdAutoSyncOff, Severity.Info, DriftKind.ByHand)
{
    protected override Finding? Describe(Drift drift, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var switchedOff = drift.App.Automated is not null;
        var start = Start(drift, Severity.Info, drift.Differing.IsEmpty ? drift.Leftover : drift.Differing);
        return start with
        {
            Variant = switchedOff ? "switched-off" : "",
            Evidence = [.. start.Evidence, new Evidence(drift.App.Ref, switchedOff ? "spec.syncPolicy.automated.enabled" : "spec.syncPolicy.automated", switchedOff ? "false" : "(absent)")],
            Action = switchedOff ? "resume-auto-sync" : "sync",
            Command = $"argocd app diff {drift.App.Name}",
        };
    }
}
