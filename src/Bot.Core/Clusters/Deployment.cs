namespace Bot.Core.Clusters;

public sealed record Deployment : Workload
{
    public override string Kind => "Deployment";

    /// <summary>Pods that exist, of whatever version (<c>status.replicas</c>).</summary>
    public int CurrentReplicas { get; init; }

    public bool Paused { get; init; }

    /// <summary>The newest change of anything but the status, by the managed fields; null where they were left out.</summary>
    public DateTimeOffset? SpecChangedAt { get; init; }

    /// <summary>Seconds; 600 when the manifest says nothing.</summary>
    public int ProgressDeadlineSeconds { get; init; } = 600;
}
