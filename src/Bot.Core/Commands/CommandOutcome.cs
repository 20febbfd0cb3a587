namespace Bot.Core.Commands;

/// <summary>Expected outcomes are values; a bug is an exception and becomes <see cref="Failed"/> at the edge, with a correlation id.</summary>
public enum CommandOutcome
{
    Answered,

    /// <summary>Unknown environment, app or rule: the nearest names are offered.</summary>
    NotFound,

    /// <summary>Bad usage.</summary>
    Misused,

    /// <summary>The person may not, or the plan is not offered.</summary>
    Refused,

    /// <summary>The cluster could not be read.</summary>
    Unreachable,
    Failed,
}
