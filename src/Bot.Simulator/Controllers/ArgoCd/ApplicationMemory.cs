namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>What the application controller keeps in memory of one Application.</summary>
internal sealed class ApplicationMemory(TimeSpan jitter)
{
    /// <summary>Added to the refresh interval, so that the applications do not all come at once.</summary>
    public TimeSpan Jitter => jitter;

    /// <summary>When Git was last asked; null before the first time.</summary>
    public DateTimeOffset? LastFullComparison { get; set; }

    /// <summary>The revision that was found then.</summary>
    public string? Revision { get; set; }

    /// <summary>A live object changed since the last comparison.</summary>
    public bool Touched { get; set; } = true;

    /// <summary>Ask Git at the next look: the wishes changed.</summary>
    public bool AskGit { get; set; }

    /// <summary>Ask Git from then on: an operation ended. Null when none did.</summary>
    public DateTimeOffset? AskGitAt { get; set; }

    /// <summary>When the repo-server began to fail for this application; null while it answers.</summary>
    public DateTimeOffset? RepoFailsSince { get; set; }

    /// <summary>When the last wave of the running operation was applied.</summary>
    public DateTimeOffset? LastWave { get; set; }

    /// <summary>Self-heals in a row and the time of the last.</summary>
    public (int Count, DateTimeOffset At) SelfHeals { get; set; }
}
