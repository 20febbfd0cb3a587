namespace Bot.Kubernetes.Observing;

/// <summary>The pace of an observer.</summary>
public sealed record ObserverTimes
{
    public static ObserverTimes Default { get; } = new();

    /// <summary>Changes within this time make one snapshot. Default 250 ms.</summary>
    public TimeSpan Debounce { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>A new snapshot at least so often: ages pass thresholds while nothing changes. Default 60 s.</summary>
    public TimeSpan Tick { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>When a kind that is absent or forbidden is asked for again. Default 5 min.</summary>
    public TimeSpan LookAgain { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>First pause after a list that failed; doubles up to <see cref="RetryAtMost"/> and falls back after success. Default 2 s.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Default 60 s.</summary>
    public TimeSpan RetryAtMost { get; init; } = TimeSpan.FromSeconds(60);
}
