using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>A Job gave up and no newer run made up for it. Repeated failures of a CronJob are told by rules of their own.</summary>
internal sealed class JobFailedRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.JobFailed, Severity.Warning.To(Severity.Critical), ["Job", "CronJob", "Pod", "Application", "LogExcerpt"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var runs = new CronRuns(snapshot);
        var hooks = new JobHooks(snapshot);
        var succeeded = new Lazy<Dictionary<(string Namespace, string Stem), DateTimeOffset?>>(() => Successes(snapshot));
        foreach (var job in snapshot.All<Job>())
        {
            if (job.Conditions.IsEmpty || job.IsBeingDeleted || job.IsComplete || CronRuns.FailureOf(job) is not { } failure)
            {
                continue;
            }

            var failed = failure.LastTransitionAt ?? CronRuns.StartOf(job);
            if (!context.IsOlder(failed, context.Thresholds.Workloads.JobFailure) && !IsMadeUpFor(job, failed, snapshot, runs, succeeded, context) && !SucceededSince(hooks, job, failed))
            {
                yield return Found(job, failure, failed, hooks, snapshot);
            }
        }
    }

    private static bool IsMadeUpFor(Job job, DateTimeOffset? failed, ClusterSnapshot snapshot, CronRuns runs, Lazy<Dictionary<(string Namespace, string Stem), DateTimeOffset?>> succeeded, DiagnosisContext context)
    {
        if (job.Metadata.Controller is { Kind: "CronJob" } owner)
        {
            var reference = new ObjectRef("CronJob", job.Namespace, owner.Name);
            return snapshot.Find(reference) is CronJob cronJob
                ? runs.LastFailure(cronJob) != job || CronJobFailingRule.Keeps(cronJob, runs, context) || cronJob.LastSuccessAt > failed
                : runs.Of(reference).TakeWhile(newer => newer != job).Any(newer => newer.IsComplete || newer.IsFailed);
        }

        return succeeded.Value.TryGetValue((job.Namespace, Stem(job.Name)), out var newest) && newest > CronRuns.StartOf(job);
    }

    // The start of the newest run of each name that succeeded.
    private static Dictionary<(string Namespace, string Stem), DateTimeOffset?> Successes(ClusterSnapshot snapshot) => snapshot.All<Job>()
        .Where(job => job.Metadata.Controller is null && job.IsComplete)
        .GroupBy(job => (job.Namespace, Stem(job.Name)))
        .ToDictionary(group => group.Key, group => group.Max(CronRuns.StartOf));

    private static bool SucceededSince(JobHooks hooks, Job job, DateTimeOffset? failed) =>
        hooks.IsHook(job) && hooks.ApplicationOf(job)?.OperationState is { Phase: "Succeeded", FinishedAt: { } finished } && finished > failed;

    // migrate-7f9c2 and migrate-20261121 are runs of one thing.
    private static string Stem(string name)
    {
        var dash = name.LastIndexOf('-');
        return dash > 0 && name.AsSpan(dash + 1).ContainsAnyInRange('0', '9') ? name[..dash] : name;
    }

    private Finding Found(Job job, Condition failure, DateTimeOffset? failed, JobHooks hooks, ClusterSnapshot snapshot)
    {
        var (hook, backup) = (hooks.IsHook(job), Backups.Is(job, job.Template));
        var app = hook ? hooks.ApplicationOf(job) : null;
        var pod = snapshot.Pods.OwnedBy(snapshot.Owners.TopOf(job))
            .Where(found => found.Metadata.Controller?.Name == job.Name)
            .OrderByDescending(found => found.Metadata.CreatedAt)
            .FirstOrDefault();
        var exit = pod?.Statuses.Select(status => status.State).FirstOrDefault(state => state.Phase == ContainerPhase.Terminated && state.ExitCode != 0);
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = hook || backup ? Severity.Critical : Severity.Warning,
            Subject = job.Ref,
            Variant = hook ? "hook" : backup ? "backup" : failure.Reason == "DeadlineExceeded" ? "deadline" : "",
            Since = failed,
            Facts = ImmutableDictionary.CreateRange<string, object>(
                [new("reason", failure.Reason.Length > 0 ? failure.Reason : "Failed"), new("failed", job.Failed), new("deadline", job.ActiveDeadlineSeconds ?? 0)]),
            Evidence =
            [
                new Evidence(job.Ref, "status.conditions[Failed]", $"{failure.Reason}: {failure.Message}") { At = failure.LastTransitionAt },
                .. exit is null ? Array.Empty<Evidence>() : [new Evidence(pod!.Ref, "status.containerStatuses[*].state.terminated", Words(exit)) { At = exit.FinishedAt }],
                .. pod is null || exit is not null ? Array.Empty<Evidence>() : [WorkloadPods.Line(pod)],
                .. LogOf(pod, snapshot),
                .. app is null ? Array.Empty<Evidence>() : [new Evidence(app.Ref, "status.operationState", $"{app.OperationState?.Phase}: {app.OperationState?.Message}")],
            ],
            Action = backup && job.Metadata.Controller is { Kind: "CronJob" } ? "run-cronjob-now" : null,
            Command = $"kubectl -n {job.Namespace} logs job/{job.Name} --all-containers --tail=40",
            BlocksDelivery = hook,
            Affected = app is null ? [] : [app.Ref],
        };
    }

    private static string Words(ContainerState exit) =>
        string.Create(CultureInfo.InvariantCulture, $"exit {exit.ExitCode} {exit.Reason}") + (exit.Message.Length > 0 ? $": {exit.Message}" : "");

    private static IEnumerable<Evidence> LogOf(Pod? pod, ClusterSnapshot snapshot) => pod is null
        ? []
        : snapshot.All<LogExcerpt>()
            .Where(excerpt => excerpt.Namespace == pod.Namespace && excerpt.Name == pod.Name && !excerpt.Lines.IsEmpty)
            .Take(1)
            .Select(excerpt => new Evidence(pod.Ref, $"log[{excerpt.Container}]", string.Join('\n', excerpt.Lines.TakeLast(3))));
}
