namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>What the kubelet remembers of a pod's container between two looks.</summary>
internal sealed class ContainerMemory(DateTimeOffset start)
{
    /// <summary>Start of the run that is healthy, or from which the crashes count.</summary>
    public DateTimeOffset RunStart { get; set; } = start;

    /// <summary>Restarts before that run.</summary>
    public int EarlierRestarts { get; set; }

    /// <summary>The loop in which it was at the last look; null while it runs well.</summary>
    public CrashLoop? Loop { get; set; }

    /// <summary>Exit code and reason of the last exit.</summary>
    public (int Code, string Reason) Exit { get; set; } = (1, "Error");

    /// <summary>The revision of the pod at which nothing was left to do.</summary>
    public long SettledAt { get; set; }

    /// <summary>The run whose lines are in the log already.</summary>
    public string? LoggedRun { get; set; }

    /// <summary>The last told trouble, to tell it again only now and then.</summary>
    public (string Reason, DateTimeOffset At) Told { get; set; }
}
