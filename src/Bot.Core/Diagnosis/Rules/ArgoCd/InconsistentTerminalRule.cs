using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// The last operation is said to have ended, yet its end was never written (no <c>finishedAt</c>, no result): auto-sync takes it
/// for an attempt under way and skips for ever. Silent for the first 2 minutes.
/// </summary>
public sealed class InconsistentTerminalRule() : OperationRule(RuleIds.ArgoCdInconsistentTerminal, Severity.Warning)
{
    private static readonly string[] ErrorConditions = ["ComparisonError", "InvalidSpecError", "SyncError", "UnknownError"];

    public override bool Matches(OperationCase operation) =>
        operation.App is { SyncStatus: "OutOfSync", IsAutomated: true, IsFrozen: false }
        && operation.State is { IsCompleted: true, FinishedAt: null, SyncResult: null }
        && operation.IsOlderThan(operation.Context.Thresholds.ArgoCd.ControllerReaction)
        && !Array.Exists(ErrorConditions, type => operation.App.ConditionOf(type) is not null);

    protected override Finding Describe(OperationCase operation) => Start(operation, Severity.Warning, ("phase", operation.Phase)) with
    {
        Evidence =
        [
            OperationEvidence.Phase(operation),
            new Evidence(operation.App.Ref, "status.operationState.finishedAt", OperationEvidence.Absent),
            new Evidence(operation.App.Ref, "status.sync.status", operation.App.SyncStatus),
        ],
        Action = "clear-operation",
        Command = operation.App.Operation is null ? OperationCommands.RemoveState(operation.App) : OperationCommands.EndAsFailed(operation.App),
    };
}
