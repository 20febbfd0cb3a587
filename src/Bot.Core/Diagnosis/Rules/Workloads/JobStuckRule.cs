using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>A Job is active far longer than its runs take, or for half a day when nothing is known of them. One with a deadline ends by itself.</summary>
internal sealed class JobStuckRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.JobStuck, Severity.Warning, ["Job", "CronJob", "Pod"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var runs = new CronRuns(snapshot);
        foreach (var job in snapshot.All<Job>())
        {
            if (job is not { Active: > 0, IsBeingDeleted: false, Suspended: false }
                || job.StartedAt is not { } started
                || !context.IsOlder(started, context.Thresholds.Workloads.JobStuck)
                || job.IsComplete || job.IsFailed
                || (job.ActiveDeadlineSeconds is { } seconds && !context.IsOlder(started, TimeSpan.FromSeconds(seconds))))
            {
                continue;
            }

            var usual = Median(job, runs);
            if (context.IsOlder(started, Limit(usual, context.Thresholds)))
            {
                yield return Found(job, started, usual, snapshot);
            }
        }
    }

    private static TimeSpan Limit(TimeSpan? usual, DiagnosisThresholds thresholds)
    {
        var (least, most) = (thresholds.Workloads.JobStuck, thresholds.Workloads.JobStuckUnknown);
        return usual is not { } run ? most : run * 3 < least ? least : run * 3 < most ? run * 3 : most;
    }

    private static TimeSpan? Median(Job job, CronRuns runs)
    {
        if (job.Metadata.Controller is not { Kind: "CronJob" } owner)
        {
            return null;
        }

        var times = runs.Of(new ObjectRef("CronJob", job.Namespace, owner.Name)).Where(run => run.IsComplete).Select(run => run.CompletedAt - run.StartedAt).OfType<TimeSpan>().Order().ToList();
        return times.Count == 0 ? null : times[times.Count / 2];
    }

    private Finding Found(Job job, DateTimeOffset started, TimeSpan? usual, ClusterSnapshot snapshot)
    {
        var pod = snapshot.Pods.OwnedBy(snapshot.Owners.TopOf(job)).Where(found => !found.IsFinished && found.Metadata.Controller?.Name == job.Name).MinBy(found => found.Name, StringComparer.Ordinal);
        var waits = pod is { Phase: "Pending" };
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Warning,
            Subject = job.Ref,
            Variant = waits ? "cannot-start" : usual is null ? "" : "slow",
            Since = started,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("usual", usual ?? TimeSpan.Zero), new("state", pod is null ? "" : WorkloadPods.Words(pod))]),
            Evidence =
            [
                new Evidence(job.Ref, "status.startTime", $"active {job.Active}") { At = started },
                new Evidence(job.Ref, "spec.activeDeadlineSeconds", "-"),
                .. pod is null ? Array.Empty<Evidence>() : [new Evidence(pod.Ref, "status", WorkloadPods.Words(pod)) { At = pod.StartedAt }],
            ],
            Command = waits ? $"kubectl -n {job.Namespace} describe pod {pod!.Name}" : $"kubectl -n {job.Namespace} logs job/{job.Name} --all-containers --tail=40",
            PointsTo = pod is null ? [] : [pod.Ref],
        };
    }
}
