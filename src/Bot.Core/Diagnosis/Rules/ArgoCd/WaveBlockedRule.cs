using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// An operation waits in an early wave for a workload that is not ready; later waves are never applied. When Git has moved on
/// the mend may be there already and cannot arrive.
/// </summary>
public sealed class WaveBlockedRule() : OperationRule(RuleIds.ArgoCdWaveBlocked, Severity.Warning.To(Severity.Critical), "Deployment", "StatefulSet", "DaemonSet", "Rollout")
{
    public override bool Matches(OperationCase operation) =>
        operation.IsRunning
        && operation.IsOlderThan(operation.Context.Thresholds.ArgoCd.OperationWarning)
        && operation.Message.Kind == OperationMessageKind.WaitingForHealth
        && Blocking(operation) is not null;

    protected override Finding Describe(OperationCase operation)
    {
        var workload = Blocking(operation)!;
        return Start(operation, operation.SeverityByAge(), ("workload", workload.Name), ("kind", workload.Kind), ("ready", $"{workload.ReadyReplicas}/{workload.Replicas}")) with
        {
            Variant = IsPaused(workload) ? "paused" : operation.IsBehindGit ? "behind-git" : "",
            Evidence = [OperationEvidence.Message(operation), OperationEvidence.ReadyReplicas(workload), .. OperationEvidence.PinnedRevision(operation)],
            Action = operation.IsBehindGit ? "clear-operation" : null,
            Command = operation.IsBehindGit
                ? OperationCommands.Terminate(operation.App)
                : $"kubectl -n {workload.Namespace} describe {workload.Kind.ToLowerInvariant()} {workload.Name}",
            PointsTo = [workload.Ref],
        };
    }

    private static Workload? Blocking(OperationCase operation) =>
        operation.DeploysHere && operation.Named is { IsHook: false } named && operation.Snapshot.Find(named.Ref) is Workload workload && LiveHealth.OfObject(workload) != LiveHealth.Healthy ? workload : null;

    private static bool IsPaused(Workload workload) => workload is Deployment { Paused: true } or Rollout { Paused: true };
}
