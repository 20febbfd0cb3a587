using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// An operation waits for a child Application that is unwell for reasons of its own. The parent is only the consequence:
/// it is critical when a workload of the last child in the chain has nothing ready, else a warning.
/// </summary>
public sealed class ChildBlocksParentRule() : OperationRule(RuleIds.ArgoCdChildBlocksParent, Severity.Warning.To(Severity.Critical), "Deployment", "StatefulSet", "DaemonSet", "Rollout")
{
    public override bool Matches(OperationCase operation) =>
        operation.IsRunning && operation.IsOlderThan(operation.Context.Thresholds.ArgoCd.OperationWarning) && BlockingChild(operation) is not null;

    protected override Finding Describe(OperationCase operation)
    {
        var child = BlockingChild(operation)!;
        var leaf = new ApplicationGraph(operation.Snapshot).LeafOf(child);
        var down = leaf.Resources
            .Select(resource => operation.Snapshot.Find(ManagedKinds.RefOf(resource.Group, resource.Kind, resource.Namespace, resource.Name)))
            .OfType<Workload>()
            .FirstOrDefault(workload => workload is { Replicas: > 0, ReadyReplicas: 0 });
        return Start(
            operation,
            down is not null && operation.IsOlderThan(operation.Context.Thresholds.ArgoCd.OperationCritical) ? Severity.Critical : Severity.Warning,
            ("child", child.Name),
            ("health", LiveHealth.Of(child, operation.Snapshot)),
            ("leaf", leaf.Name)) with
        {
            Variant = operation.IsBehindGit ? "behind-git" : "",
            Evidence =
            [
                OperationEvidence.Message(operation),
                new Evidence(leaf.Ref, "status.health.status", leaf.HealthStatus) { At = leaf.HealthSince },
                .. down is null ? [] : new[] { OperationEvidence.ReadyReplicas(down) },
                .. OperationEvidence.PinnedRevision(operation),
            ],
            Action = operation.IsBehindGit ? "clear-operation" : null,
            Command = operation.IsBehindGit ? OperationCommands.Terminate(operation.App) : null,
            PointsTo = [child.Ref],
        };
    }

    private static Application? BlockingChild(OperationCase operation) =>
        operation.Message.Kind == OperationMessageKind.WaitingForHealth
            ? operation.Waiting
                .Where(waited => waited.IsApplication && waited.Ref != operation.App.Ref && (waited.IsNamed || operation.Message.More > 0))
                .Select(waited => operation.Snapshot.Find(waited.Ref))
                .OfType<Application>()
                .FirstOrDefault(child => LiveHealth.Of(child, operation.Snapshot) != LiveHealth.Healthy)
            : null;
}
