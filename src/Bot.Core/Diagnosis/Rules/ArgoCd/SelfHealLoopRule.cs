using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>selfHeal puts a field back and another writer changes it again, over and over.</summary>
internal sealed class SelfHealLoopRule() : DriftRule(RuleIds.ArgoCdSelfHealLoop, Severity.Warning, DriftKind.SelfHealLoop, "HorizontalPodAutoscaler")
{
    protected override Finding? Describe(Drift drift, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var scaler = SecondWriter.Autoscaler(drift, snapshot);
        var start = Start(drift, Severity.Warning, drift.Differing);
        return start with
        {
            Variant = scaler is null ? "" : "autoscaler",
            Facts = start.Facts.Add("attempts", drift.SelfHealAttempts),
            Evidence =
            [
                .. start.Evidence,
                new Evidence(drift.App.Ref, "status.operationState.operation.sync.autoHealAttemptsCount", $"{drift.SelfHealAttempts}") { At = drift.App.OperationState?.StartedAt },
                new Evidence(drift.App.Ref, "spec.syncPolicy.automated.selfHeal", "true"),
                .. scaler is null ? [] : new[] { new Evidence(scaler.Ref, "spec.scaleTargetRef", $"{scaler.TargetKind}/{scaler.TargetName}") },
            ],
            Command = $"argocd app diff {drift.App.Name}",
        };
    }
}
