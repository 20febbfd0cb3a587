namespace Bot.Core.Remediation.Actions;

/// <summary>The ways to end an operation, the mildest first.</summary>
public enum OperationRemedy
{
    /// <summary>None is offered.</summary>
    None,

    /// <summary>Ask the controller to terminate it: hooks are cleaned up.</summary>
    Terminate,

    /// <summary>Take the request away and keep the record as Failed, where the controller cannot end it.</summary>
    EndAsFailed,

    /// <summary>Remove a state to which no request belongs.</summary>
    RemoveState,
}
