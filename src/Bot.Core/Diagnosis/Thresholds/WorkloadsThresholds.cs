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
}
