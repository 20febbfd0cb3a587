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

    /// <summary>A ConfigMap, Secret or key that a pod needs is not there. Default 30 s.</summary>
    public TimeSpan ConfigMissing { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What was made (a Secret, the ExternalSecret that makes it) within this time may still have to arrive. Default 60 s.</summary>
    public TimeSpan JustMade { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The runtime refuses to create the container, or the node's network its sandbox. Default 60 s.</summary>
    public TimeSpan CreateFailed { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Failed sandboxes before the network plugin is suspected. Default 3.</summary>
    public int SandboxFailures { get; init; } = 3;

    /// <summary>A volume is not mounted or attached. Default 2 min.</summary>
    public TimeSpan MountFailed { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long Kubernetes itself takes to detach a volume from a pod that is being deleted. Default 6 min.</summary>
    public TimeSpan Detach { get; init; } = TimeSpan.FromMinutes(6);

    /// <summary>Placed on a node and not started, without a reason. Default 5 min.</summary>
    public TimeSpan SlowStart { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Kills by a probe within the last hour before the probe is suspected. Default 2.</summary>
    public int ProbeKills { get; init; } = 2;

    /// <summary>How long the last run of a container that is ready again still counts (an OOM kill: see OutOfMemory). Default 1 h.</summary>
    public TimeSpan LastRun { get; init; } = TimeSpan.FromHours(1);

    /// <summary>A dependency cannot be reached. Default 60 s.</summary>
    public TimeSpan Dependency { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many of the last log lines are searched for a fault that the cluster confirms. Default 15.</summary>
    public int LogLines { get; init; } = 15;

    /// <summary>How many of the last log lines are believed by themselves. Default 5.</summary>
    public int LastLogLines { get; init; } = 5;

    /// <summary>Restarts of a container that runs again. Default 5.</summary>
    public int RestartsHigh { get; init; } = 5;

    /// <summary>A pod that is not started again has failed. Default 60 s.</summary>
    public TimeSpan Failed { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A failed pod is news for so long. Default 24 h.</summary>
    public TimeSpan FailedWindow { get; init; } = TimeSpan.FromHours(24);

    /// <summary>A volume is proposed to grow by this factor. Default 1.5.</summary>
    public decimal VolumeGrowth { get; init; } = 1.5m;

    /// <summary>A volume fuller than this is full. Default 0.9.</summary>
    public decimal VolumeFull { get; init; } = 0.9m;

    /// <summary>No node fits (labels, taints, zone, claim): waiting does not help. Default 60 s.</summary>
    public TimeSpan NoNodeFits { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A node that joined within this time may still lose its start-up taints. Default 2 min.</summary>
    public TimeSpan NodeStarts { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A scheduling gate is still closed. Default 1 h.</summary>
    public TimeSpan Gated { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Runs and is not ready; at least NotReadyRounds full rounds of its probe. Default 5 min.</summary>
    public TimeSpan NotReady { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Rounds of failureThreshold x periodSeconds that a readiness probe is given. Default 3.</summary>
    public int NotReadyRounds { get; init; } = 3;

    /// <summary>An eviction is news for so long. Default 1 h.</summary>
    public TimeSpan EvictedWindow { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Past the end of its grace period a pod is still there. Default 5 min.</summary>
    public TimeSpan StuckTerminating { get; init; } = TimeSpan.FromMinutes(5);
}
