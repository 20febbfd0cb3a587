using Bot.Core.Clusters;

namespace Bot.Testing.Builders;

/// <summary>A Job with one active pod, started as long ago as said.</summary>
public sealed class TheJob
{
    private Job job;

    public TheJob(string name = "db-migrate", string @namespace = "wealist-prod", TimeSpan? since = null)
    {
        var started = TheSnapshot.Now - (since ?? TimeSpan.FromMinutes(15));
        job = new Job { Metadata = TheMetadata.Of(@namespace, name) with { CreatedAt = started }, Active = 1, StartedAt = started };
    }

    public TheJob With(Func<Job, Job> change)
    {
        job = change(job);
        return this;
    }

    /// <summary>The controller reference of the Job's pods.</summary>
    public Owner AsOwner() => new("Job", job.Name, job.Metadata.Uid);

    public static implicit operator Job(TheJob builder) => builder.job;
}
