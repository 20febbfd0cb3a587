namespace Bot.Core.Approval;

/// <summary>Where a request stands. Everything after <see cref="Executing"/> and the refusals are final.</summary>
public enum ApprovalState
{
    Pending,
    Approved,
    Executing,
    Succeeded,
    Failed,

    /// <summary>Every step was done and the goal was not reached.</summary>
    NotHealed,

    /// <summary>The bot lost sight while acting: somebody must look.</summary>
    Unknown,
    Denied,
    Cancelled,
    Expired,

    /// <summary>A precondition no longer held at execution: nothing (more) was written.</summary>
    Invalidated,
}
