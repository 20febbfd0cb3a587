namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>What <c>operationState.message</c> says the operation does or how it ended.</summary>
public enum OperationMessageKind
{
    /// <summary>Empty, or the passing "one or more tasks are running".</summary>
    None,
    WaitingForHealth,
    WaitingForHook,
    WaitingForDeletion,
    WaitingForPruneConfirmation,
    BlockedByWindow,
    Terminating,
    Terminated,
    ApplyFailed,
    TasksFailed,
    TasksInvalid,
    CouldNotStart,
    Succeeded,
    Other,
}
