namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>How a hook fares that an operation waits for.</summary>
public enum HookState
{
    /// <summary>Its kind was not read, or is none that the bot understands.</summary>
    Unknown,

    /// <summary>Not in the cluster, and its kind was read in full.</summary>
    Gone,

    /// <summary>Runs, and is within its deadline.</summary>
    Moving,

    /// <summary>Ended; the controller has only to notice.</summary>
    Finished,

    Suspended,
    PodCannotStart,
    NoPod,
    Overdue,
}
