namespace Bot.Core.Diagnosis;

/// <summary>Minimum ages (domain rules part 1 and Argo CD section 5). Each rule names the one it uses.</summary>
public sealed record DiagnosisThresholds
{
    public static readonly DiagnosisThresholds Default = new();

    /// <summary>A running operation: warning from here on. Default 10 min.</summary>
    public TimeSpan OperationWarning { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A running operation: critical from here on. Default 30 min.</summary>
    public TimeSpan OperationCritical { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Phase Terminating, a refresh annotation, or an operation that nobody picks up. Default 2 min.</summary>
    public TimeSpan ControllerReaction { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The longest that Argo CD leaves an Application without a comparison when all is well. Default 3 min.</summary>
    public TimeSpan Comparison { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>A phantom operation must be this old. Default 5 min.</summary>
    public TimeSpan Phantom { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A hook Job without a deadline of its own. Default 30 min.</summary>
    public TimeSpan HookJob { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Sync status Unknown (Argo CD hides repository errors for 180 s). Default 3 min.</summary>
    public TimeSpan Unknown { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Deletion of an Application, Namespace or other object. Default 10 min.</summary>
    public TimeSpan Deletion { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Last comparison of an Application. Default 10 min.</summary>
    public TimeSpan Reconciliation { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>After <c>deletionTimestamp</c> a pod is left alone this long. Default 60 s.</summary>
    public TimeSpan PodGrace { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How far back events count. Default 60 min.</summary>
    public TimeSpan Events { get; init; } = TimeSpan.FromMinutes(60);

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

    /// <summary>An ExternalSecret or a SecretStore that is not Ready. Default 5 min.</summary>
    public TimeSpan ExternalSecret { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>An ExternalSecret that only merges and has nothing to merge into. Default 60 s.</summary>
    public TimeSpan MergeTarget { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>An admission webhook without a ready endpoint. Default 60 s.</summary>
    public TimeSpan Webhook { get; init; } = TimeSpan.FromSeconds(60);
}
