using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>An operation waits for the health of an object that is not there, or is being deleted. Before Argo CD 3.4 this never ends.</summary>
public sealed class WaitedResourceGoneRule() : OperationRule(RuleIds.ArgoCdWaitedResourceGone, Severity.Warning.To(Severity.Critical))
{
    public override bool Matches(OperationCase operation) =>
        operation.IsRunning
        && operation.IsOlderThan(operation.Context.Thresholds.ArgoCd.OperationWarning)
        && operation.Message.Kind == OperationMessageKind.WaitingForHealth
        && operation.Named is { } named
        && (operation.PresenceOf(named.Ref) == Presence.Absent || Deleting(operation, named) is not null);

    protected override Finding Describe(OperationCase operation)
    {
        var named = operation.Named!;
        var deleting = Deleting(operation, named);
        return Start(operation, operation.SeverityByAge(), ("finalizers", deleting is null ? "" : string.Join(", ", deleting.Metadata.Finalizers))) with
        {
            Variant = deleting is null ? "" : "deleting",
            Evidence =
            [
                OperationEvidence.Message(operation),
                deleting is null
                    ? new Evidence(named.Ref, "metadata.name", OperationEvidence.Absent) { At = operation.Snapshot.TakenAt }
                    : new Evidence(named.Ref, "metadata.finalizers", string.Join(", ", deleting.Metadata.Finalizers)) { At = deleting.Metadata.DeletedAt },
                .. OperationEvidence.PinnedRevision(operation),
            ],
            Action = "clear-operation",
            Command = OperationCommands.Terminate(operation.App),
            PointsTo = deleting is null ? [] : [named.Ref],
        };
    }

    private static ClusterObject? Deleting(OperationCase operation, WaitedObject named) =>
        operation.DeploysHere && operation.Snapshot.Find(named.Ref) is { IsBeingDeleted: true } found ? found : null;
}
