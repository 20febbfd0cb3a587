using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>Several runs of a CronJob failed one after another. A backup that does so has a rule of its own.</summary>
internal sealed class CronJobFailingRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.CronJobFailing, Severity.Warning, ["CronJob", "Job", "Pod"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var runs = new CronRuns(snapshot);
        foreach (var cronJob in snapshot.All<CronJob>())
        {
            if (Keeps(cronJob, runs, context) && !Backups.Is(cronJob, cronJob.Template))
            {
                yield return Found(cronJob, runs);
            }
        }
    }

    /// <summary>True when it is switched on and its newest runs failed.</summary>
    internal static bool Keeps(CronJob cronJob, CronRuns runs, DiagnosisContext context) =>
        cronJob is { Suspended: false, IsBeingDeleted: false } && runs.FailuresInARow(cronJob) >= context.Thresholds.Workloads.CronFailures;

    /// <summary>The last success and the newest failed run, as evidence.</summary>
    internal static IEnumerable<Evidence> History(CronJob cronJob, CronRuns runs)
    {
        yield return runs.LastSuccess(cronJob) is { } success
            ? new Evidence(cronJob.Ref, "status.lastSuccessfulTime", success.ToString("u", CultureInfo.InvariantCulture)) { At = success }
            : new Evidence(cronJob.Ref, "status.lastSuccessfulTime", "-");
        if (runs.LastFailure(cronJob) is { } failed && CronRuns.FailureOf(failed) is { } failure)
        {
            yield return new Evidence(failed.Ref, "status.conditions[Failed]", $"{failure.Reason}: {failure.Message}") { At = failure.LastTransitionAt };
        }
    }

    private Finding Found(CronJob cronJob, CronRuns runs)
    {
        var failed = runs.LastFailure(cronJob)!;
        var success = runs.LastSuccess(cronJob);
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Warning,
            Subject = cronJob.Ref,
            Variant = success is null ? "never" : "",
            Since = success ?? CronRuns.StartOf(failed),
            Facts = ImmutableDictionary.CreateRange<string, object>([new("runs", runs.FailuresInARow(cronJob)), .. success is { } last ? [new KeyValuePair<string, object>("success", last)] : Array.Empty<KeyValuePair<string, object>>()]),
            Evidence = [.. History(cronJob, runs), new Evidence(cronJob.Ref, "spec.schedule", $"{cronJob.Schedule} {cronJob.TimeZone}".TrimEnd())],
            Action = "run-cronjob-now",
            Command = $"kubectl -n {failed.Namespace} logs job/{failed.Name} --all-containers --tail=40",
            Affected = [failed.Ref],
        };
    }
}
