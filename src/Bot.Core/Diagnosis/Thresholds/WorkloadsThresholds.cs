namespace Bot.Core.Diagnosis.Thresholds;

/// <summary>Deployments, StatefulSets, DaemonSets, Jobs, CronJobs, autoscalers and disruption budgets.</summary>
public sealed record WorkloadsThresholds
{
    /// <summary>A Deployment is below its minimum. Default 2 min: scaling takes a while.</summary>
    public TimeSpan Unavailable { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The controller has not looked at the newest spec. Default 5 min.</summary>
    public TimeSpan GenerationLag { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The API refuses a controller's pods. Default 60 s.</summary>
    public TimeSpan CreateRefused { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A pod of a StatefulSet or DaemonSet is not ready; a node younger than this is left alone. Default 5 min.</summary>
    public TimeSpan NotReady { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A failed Job counts this long. Default 24 h.</summary>
    public TimeSpan JobFailure { get; init; } = TimeSpan.FromHours(24);

    /// <summary>A Job is active at least this long, and three times its usual run, before it counts as hanging. Default 2 h.</summary>
    public TimeSpan JobStuck { get; init; } = TimeSpan.FromHours(2);

    /// <summary>A Job of which no usual run is known; nothing runs longer unseen. Default 12 h.</summary>
    public TimeSpan JobStuckUnknown { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Failed runs of a CronJob, one after another. Default 2.</summary>
    public int CronFailures { get; init; } = 2;

    /// <summary>A start of a CronJob is late by this much. Default 10 min.</summary>
    public TimeSpan MissedSchedule { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>An autoscaler gets no figures; a younger one is left alone. Default 5 min.</summary>
    public TimeSpan Autoscaler { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>An autoscaler cannot reach its target. Default 2 min.</summary>
    public TimeSpan AutoscalerTarget { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>An autoscaler stands at its maximum and wants more. Default 15 min.</summary>
    public TimeSpan AutoscalerAtMax { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A drain does not go on. Default 10 min.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromMinutes(10);
}
