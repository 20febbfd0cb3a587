using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>A start of a CronJob was due and did not happen. One that waits for its predecessor (Forbid), or is switched off, is well.</summary>
internal sealed class MissedScheduleRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.CronJobMissedSchedule, Severity.Warning, ["CronJob", "Event"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var cronJob in snapshot.All<CronJob>())
        {
            if (cronJob is not { Suspended: false, IsBeingDeleted: false } || cronJob is { ConcurrencyPolicy: "Forbid", Active: > 0 })
            {
                continue;
            }

            var gaveUp = snapshot.Events.Recent(cronJob, context.Now, context.Thresholds.Events).FirstOrDefault(item => item.Reason == "TooManyMissedTimes");
            if (gaveUp is not null || IsOverdue(cronJob, context))
            {
                yield return Found(cronJob, gaveUp);
            }
        }
    }

    private static bool IsOverdue(CronJob cronJob, DiagnosisContext context) =>
        CronClock.Of(cronJob) is { } clock
        && Base(cronJob) is { } last
        && clock.Next(last) is { } due
        && context.IsOlder(due + clock.Doubt(cronJob.LastScheduleAt), context.Thresholds.Workloads.MissedSchedule);

    private static DateTimeOffset? Base(CronJob cronJob) => cronJob.LastScheduleAt ?? cronJob.Metadata.CreatedAt;

    private Finding Found(CronJob cronJob, Event? gaveUp)
    {
        var due = Base(cronJob) is { } last ? CronClock.Of(cronJob)?.Next(last) : null;
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Warning,
            Subject = cronJob.Ref,
            Variant = gaveUp is not null ? "too-many" : cronJob.LastScheduleAt is null ? "never" : "",
            Since = due ?? gaveUp?.FirstAt,
            Facts = cronJob.LastScheduleAt is { } start ? ImmutableDictionary.CreateRange<string, object>([new("last", start)]) : ImmutableDictionary<string, object>.Empty,
            Evidence =
            [
                new Evidence(cronJob.Ref, "spec.schedule", $"{cronJob.Schedule} {cronJob.TimeZone}".TrimEnd()) { At = due },
                new Evidence(cronJob.Ref, "status.lastScheduleTime", cronJob.LastScheduleAt is null ? "-" : "started") { At = cronJob.LastScheduleAt },
                .. gaveUp is null ? Array.Empty<Evidence>() : [new Evidence(cronJob.Ref, "event TooManyMissedTimes", gaveUp.Message) { At = gaveUp.LastAt }],
            ],
            Action = "run-cronjob-now",
            Command = $"kubectl -n {cronJob.Namespace} create job --from=cronjob/{cronJob.Name} {cronJob.Name}-manual",
        };
    }
}
