using System.Collections.Immutable;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>The rules about workloads, autoscalers and disruption budgets, in the order in which they run.</summary>
internal static class WorkloadRules
{
    public static ImmutableArray<IDiagnosticRule> All { get; } =
    [
        new RolloutStuckRule(),
        new DeploymentUnavailableRule(),
        new GenerationLagRule(),
        new QuotaExceededRule(),
        new LimitRangeRule(),
        new PodSecurityRule(),
        new ServiceAccountMissingRule(),
        new WebhookDeniedRule(),
        new StuckBrokenRevisionRule(),
        new StatefulSetNotReadyRule(),
        new DaemonSetUnavailableRule(),
        new RolloutDegradedRule(),
        new JobFailedRule(),
        new JobStuckRule(),
        new BackupFailingRule(),
        new CronJobFailingRule(),
        new MissedScheduleRule(),
        new AutoscalerMissingRequestsRule(),
        new AutoscalerNoMetricsRule(),
        new AutoscalerTargetMissingRule(),
        new AutoscalerCannotScaleRule(),
        new AutoscalerAtMaxRule(),
        new DrainBlockedRule(),
        new MutableTagRule(),
    ];
}
