using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Workloads;

/// <summary>The runs of CronJobs: their Jobs, and what the CronJob itself remembers of those that are cleaned up.</summary>
internal sealed class CronRuns(ClusterSnapshot snapshot)
{
    private const int MostCounted = 100;

    private readonly Lazy<ILookup<ObjectRef, Job>> jobs = new(() => snapshot.All<Job>()
        .Where(job => job.Metadata.Controller is { Kind: "CronJob" })
        .OrderByDescending(StartOf)
        .ToLookup(job => new ObjectRef("CronJob", job.Namespace, job.Metadata.Controller!.Name)));

    public static DateTimeOffset? StartOf(Job job) => job.StartedAt ?? job.Metadata.CreatedAt;

    /// <summary>When the Job gave up.</summary>
    public static Condition? FailureOf(Job job) => job.Conditions.FirstOrDefault(condition => condition is { Type: "Failed", IsTrue: true });

    /// <summary>Newest first.</summary>
    public IEnumerable<Job> Of(ObjectRef cronJob) => jobs.Value[cronJob];

    /// <summary>The newest finished run, if it failed and nothing succeeded since.</summary>
    public Job? LastFailure(CronJob cronJob) =>
        Of(cronJob.Ref).FirstOrDefault(job => job.IsComplete || job.IsFailed) is { IsComplete: false } failed && !(LastSuccess(cronJob) >= StartOf(failed)) ? failed : null;

    public DateTimeOffset? LastSuccess(CronJob cronJob)
    {
        var seen = Of(cronJob.Ref).Where(job => job.IsComplete).Max(job => job.CompletedAt);
        return cronJob.LastSuccessAt >= seen || seen is null ? cronJob.LastSuccessAt : seen;
    }

    /// <summary>
    /// How many runs have failed one after another up to the newest. By default only one failed Job is kept, so the starts since the last success
    /// count too, once a failed one proves that they were runs.
    /// </summary>
    public int FailuresInARow(CronJob cronJob)
    {
        if (LastFailure(cronJob) is not { } failed)
        {
            return 0;
        }

        var seen = Of(cronJob.Ref).Where(job => job.IsComplete || job.IsFailed).TakeWhile(job => !job.IsComplete).Count();
        return (LastSuccess(cronJob) ?? cronJob.Metadata.CreatedAt) is { } since && StartOf(failed) is { } last && CronClock.Of(cronJob) is { } clock
            ? Math.Max(seen, clock.Starts(since, last.AddMinutes(1), MostCounted))
            : seen;
    }
}
