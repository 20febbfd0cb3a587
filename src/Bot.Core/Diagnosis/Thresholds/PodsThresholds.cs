namespace Bot.Core.Diagnosis.Thresholds;

/// <summary>From the pull of an image to the end of a pod.</summary>
public sealed record PodsThresholds
{
    /// <summary>Image not found while an old version serves; with 0 ready pods it counts at once. Default 90 s.</summary>
    public TimeSpan ImageNotFound { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>A registry refuses (no permission, pull limit). Default 60 s.</summary>
    public TimeSpan ImageRefused { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A registry cannot be reached, or a pull fails for a reason nobody names. Default 2 min.</summary>
    public TimeSpan ImagePull { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>No node has room. Default 3 min.</summary>
    public TimeSpan Unschedulable { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>After the autoscaler announced a node (or the scheduler nominated one) it has this long. Default 5 min.</summary>
    public TimeSpan ScaleUp { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an OOM kill of a container that is ready again still counts. Default 24 h.</summary>
    public TimeSpan OutOfMemory { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Exits of the application within this time add up to a crash loop. Default 30 min.</summary>
    public TimeSpan CrashWindow { get; init; } = TimeSpan.FromMinutes(30);
}
