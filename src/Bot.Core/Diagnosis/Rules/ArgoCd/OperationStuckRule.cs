using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// Running past 10 minutes and no other rule says why: the object that the operation waits for is named. Waits that are meant to
/// last are left alone: a person's confirmation, a closed window, a hook within its deadline.
/// </summary>
public sealed class OperationStuckRule() : OperationRule(RuleIds.ArgoCdOperationStuck, Severity.Warning.To(Severity.Critical))
{
    public override bool Matches(OperationCase operation)
    {
        var thresholds = operation.Context.Thresholds;
        return operation.IsRunning && operation.Message.Kind switch
        {
            OperationMessageKind.WaitingForPruneConfirmation or OperationMessageKind.BlockedByWindow => false,
            OperationMessageKind.WaitingForHook => operation.IsOlderThan(thresholds.ArgoCd.HookJob) && operation.Hooks.All(hook => hook.State != HookState.Moving),
            _ => operation.IsOlderThan(thresholds.ArgoCd.OperationWarning),
        };
    }

    protected override Finding Describe(OperationCase operation)
    {
        var named = operation.Named;
        var finalizers = named is null ? "" : string.Join(", ", operation.Snapshot.Find(named.Ref)?.Metadata.Finalizers ?? []);
        return Start(operation, operation.SeverityByAge(), ("message", operation.Message.Text)) with
        {
            Variant = named is null ? "nothing-named" : operation.Message.Kind == OperationMessageKind.WaitingForDeletion ? "deletion" : "",
            Evidence =
            [
                OperationEvidence.Message(operation),
                .. finalizers.Length > 0 && operation.Message.Kind == OperationMessageKind.WaitingForDeletion ? [new Evidence(named!.Ref, "metadata.finalizers", finalizers)] : Array.Empty<Evidence>(),
                .. HealthOf(operation),
                .. OperationEvidence.PinnedRevision(operation),
            ],
            Action = "clear-operation",
            Command = OperationCommands.Terminate(operation.App),
            PointsTo = named is { } waited && operation.DeploysHere && waited.Ref != operation.App.Ref ? [waited.Ref] : [],
        };
    }

    private static IEnumerable<Evidence> HealthOf(OperationCase operation) =>
        operation is { DeploysHere: true, Named: { } named } && operation.Snapshot.Find(named.Ref) is { } waited && LiveHealth.OfObject(waited) is { Length: > 0 } health
            ? [new Evidence(named.Ref, "health by its status", health)]
            : [];
}
