using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// The state says Running although no operation is requested: nobody works on it, and terminating answers that no operation is in
/// progress. Told after 5 minutes; the few seconds after an operation's end look the same.
/// </summary>
public sealed class PhantomRunningRule() : OperationRule(RuleIds.ArgoCdPhantomRunning, Severity.Warning)
{
    public override bool Matches(OperationCase operation) =>
        operation.App.Operation is null && operation.Phase is "Running" or "Terminating" && operation.IsOlderThan(operation.Context.Thresholds.ArgoCd.Phantom);

    protected override Finding Describe(OperationCase operation) => Start(operation, Severity.Warning, ("phase", operation.Phase), ("sync", operation.App.SyncStatus)) with
    {
        Variant = operation.App.SyncStatus == "Synced" ? "synced" : "",
        BlocksDelivery = operation.App.SyncStatus != "Synced",
        Evidence =
        [
            OperationEvidence.Phase(operation),
            new Evidence(operation.App.Ref, "operation", OperationEvidence.Absent) { At = operation.Snapshot.TakenAt },
            new Evidence(operation.App.Ref, "status.sync.status", operation.App.SyncStatus),
        ],
        Action = "clear-operation",
        Command = OperationCommands.RemoveState(operation.App),
    };
}
