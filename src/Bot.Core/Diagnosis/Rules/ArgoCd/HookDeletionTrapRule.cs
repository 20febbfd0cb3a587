using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>An operation waits for the deletion of a hook that is gone already, or that a finalizer holds.</summary>
public sealed class HookDeletionTrapRule() : OperationRule(RuleIds.ArgoCdHookDeletionTrap, Severity.Warning.To(Severity.Critical), "Job", "Pod")
{
    public override bool Matches(OperationCase operation) =>
        operation.IsRunning
        && operation.IsOlderThan(operation.Context.Thresholds.ArgoCd.OperationWarning)
        && operation.Message is { Kind: OperationMessageKind.WaitingForDeletion, IsHook: true };

    protected override Finding Describe(OperationCase operation)
    {
        var hook = operation.Named!.Ref;
        var found = operation.DeploysHere ? operation.Snapshot.Find(hook) : null;
        var gone = operation.PresenceOf(hook) == Presence.Absent;
        var finalizers = string.Join(", ", found?.Metadata.Finalizers ?? []);
        return Start(operation, operation.SeverityByAge(), ("hook", hook.Name), ("hooknamespace", hook.Namespace), ("finalizers", finalizers)) with
        {
            Variant = gone ? "gone" : finalizers.Length > 0 ? "finalizer" : "",
            Evidence =
            [
                OperationEvidence.Message(operation),
                .. gone ? [new Evidence(hook, "metadata.name", OperationEvidence.Absent) { At = operation.Snapshot.TakenAt }] : Array.Empty<Evidence>(),
                .. finalizers.Length > 0 ? [new Evidence(hook, "metadata.finalizers", finalizers) { At = found!.Metadata.DeletedAt }] : Array.Empty<Evidence>(),
                .. (operation.State!.SyncResult?.Resources ?? []).Where(entry => entry.Status == "SyncFailed").Take(1)
                    .Select(entry => new Evidence(ManagedKinds.RefOf(entry.Group, entry.Kind, entry.Namespace, entry.Name), "status.operationState.syncResult.resources[].message", entry.Message)),
            ],
            Action = "clear-operation",
            Command = OperationCommands.Terminate(operation.App),
            Affected = [hook],
        };
    }
}
