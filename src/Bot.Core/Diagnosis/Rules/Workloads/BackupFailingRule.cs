using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>A backup keeps failing, or its newest success is older than two periods of its schedule.</summary>
internal sealed class BackupFailingRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.CronJobBackupFailing, Severity.Critical, ["CronJob", "Job", "Pod"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var runs = new CronRuns(snapshot);
        foreach (var cronJob in snapshot.All<CronJob>())
        {
            if (cronJob is not { Suspended: false, IsBeingDeleted: false } || !Backups.Is(cronJob, cronJob.Template))
            {
                continue;
            }

            var fails = CronJobFailingRule.Keeps(cronJob, runs, context);
            var success = runs.LastSuccess(cronJob);
            if (fails || (IsStale(cronJob, success, context) && (success is not null || snapshot.ReadingOf("Job").IsCompleteFor(cronJob.Namespace))))
            {
                yield return Found(cronJob, success, fails, runs, context);
            }
        }
    }

    // Two periods, and the second start had its time: a run that is under way is not counted as missing.
    private static bool IsStale(CronJob cronJob, DateTimeOffset? success, DiagnosisContext context) =>
        (success ?? cronJob.Metadata.CreatedAt) is { } since
        && CronClock.Of(cronJob) is { } clock
        && clock.Next(since) is { } first && clock.Next(first) is { } second
        && context.IsOlder(since, (second - first) * 2)
        && context.IsOlder(second + clock.Doubt(cronJob.LastScheduleAt), context.Thresholds.Workloads.MissedSchedule);

    private Finding Found(CronJob cronJob, DateTimeOffset? success, bool fails, CronRuns runs, DiagnosisContext context)
    {
        var failed = runs.LastFailure(cronJob);
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Critical,
            Subject = cronJob.Ref,
            Variant = success is null ? "never" : fails ? "" : "stale",
            Since = success ?? cronJob.Metadata.CreatedAt,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("runs", runs.FailuresInARow(cronJob)), new("old", context.Now - (success ?? cronJob.Metadata.CreatedAt ?? context.Now))]),
            Evidence = [.. CronJobFailingRule.History(cronJob, runs), new Evidence(cronJob.Ref, "spec.schedule", $"{cronJob.Schedule} {cronJob.TimeZone}".TrimEnd()) { At = cronJob.LastScheduleAt }],
            Action = "run-cronjob-now",
            Command = failed is null
                ? $"kubectl -n {cronJob.Namespace} create job --from=cronjob/{cronJob.Name} {cronJob.Name}-manual"
                : $"kubectl -n {failed.Namespace} logs job/{failed.Name} --all-containers --tail=40",
            Affected = failed is null ? [] : [failed.Ref],
            PointsTo = fails ? [] : [cronJob.Ref],
        };
    }
}
