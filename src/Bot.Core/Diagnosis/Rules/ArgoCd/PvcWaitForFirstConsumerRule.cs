using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// A wave waits for a claim that is bound only when a pod uses it, and that pod comes in a later wave: neither can go first.
/// Told where an event or the StorageClass says so and no pod is known to use the claim.
/// </summary>
public sealed class PvcWaitForFirstConsumerRule() : OperationRule(RuleIds.ArgoCdPvcWaitForFirstConsumer, Severity.Warning.To(Severity.Critical), "PersistentVolumeClaim", "StorageClass", "Event", "Pod")
{
    private const string FirstConsumer = "WaitForFirstConsumer";

    public override bool Matches(OperationCase operation) =>
        operation.IsRunning
        && operation.IsOlderThan(operation.Context.Thresholds.ArgoCd.OperationWarning)
        && operation is { DeploysHere: true, Message.Kind: OperationMessageKind.WaitingForHealth, Named: { Ref.Kind: "PersistentVolumeClaim", IsHook: false } named }
        && operation.Snapshot.Find(named.Ref) is PersistentVolumeClaim { Phase: "Pending", IsBeingDeleted: false } claim
        && !operation.Snapshot.Pods.In(claim.Namespace).Any(pod => !pod.IsFinished && pod.Claims.Contains(claim.Name))
        && (EventOf(claim, operation) is not null || (ClassOf(claim, operation.Snapshot) is { BindingMode: FirstConsumer } && operation.Snapshot.ReadingOf("Pod").IsCompleteFor(claim.Namespace)));

    protected override Finding Describe(OperationCase operation)
    {
        var claim = (PersistentVolumeClaim)operation.Snapshot.Find(operation.Named!.Ref)!;
        var told = EventOf(claim, operation);
        var storage = ClassOf(claim, operation.Snapshot);
        return Start(operation, operation.SeverityByAge(), ("claim", claim.Name)) with
        {
            Evidence =
            [
                OperationEvidence.Message(operation),
                new Evidence(claim.Ref, "status.phase", claim.Phase) { At = claim.Metadata.CreatedAt },
                .. told is null ? [] : new[] { new Evidence(claim.Ref, $"event {told.Reason}", told.Message) { At = told.LastAt } },
                .. storage is null ? [] : new[] { new Evidence(storage.Ref, "volumeBindingMode", storage.BindingMode) },
                .. OperationEvidence.PinnedRevision(operation).Take(1),
            ],
            Action = "clear-operation",
            Command = OperationCommands.Terminate(operation.App),
            Affected = [claim.Ref],
            Explains = [claim.Ref],
        };
    }

    private static Event? EventOf(PersistentVolumeClaim claim, OperationCase operation) =>
        operation.Snapshot.Events.Recent(claim, operation.Context.Now, operation.Context.Thresholds.Events)
            .FirstOrDefault(found => found.Reason == FirstConsumer || found.Message.Contains("waiting for first consumer", StringComparison.Ordinal));

    private static StorageClass? ClassOf(PersistentVolumeClaim claim, ClusterSnapshot snapshot) =>
        snapshot.All<StorageClass>().FirstOrDefault(found => claim.StorageClassName.Length > 0 ? found.Name == claim.StorageClassName : found.IsDefault);
}
