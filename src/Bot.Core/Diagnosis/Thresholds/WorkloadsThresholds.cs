namespace Bot.Core.Diagnosis.Thresholds;

/// <summary>Deployments, StatefulSets, DaemonSets, Jobs, CronJobs, autoscalers and disruption budgets.</summary>
public sealed record WorkloadsThresholds;
