using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>Looks at the Job or Pod behind a hook.</summary>
/// <param name="Hook">The hook.</param>
/// <param name="State">How it fares.</param>
/// <param name="Pod">The pod that cannot start, where there is one.</param>
/// <param name="Reason">Why, in Kubernetes' own word, or empty.</param>
public sealed record HookProgress(WaitedObject Hook, HookState State, Pod? Pod = null, string Reason = "")
{
    public bool IsStuck => State is HookState.Suspended or HookState.PodCannotStart or HookState.NoPod or HookState.Overdue;

    public static HookProgress Of(WaitedObject hook, OperationCase operation) => operation.Snapshot.Find(hook.Ref) switch
    {
        Job job => OfJob(hook, job, operation),
        Pod pod => OfPod(hook, pod, operation),
        null when operation.PresenceOf(hook.Ref) == Presence.Absent => new HookProgress(hook, HookState.Gone),
        _ => new HookProgress(hook, HookState.Unknown),
    };

    private static HookProgress OfJob(WaitedObject hook, Job job, OperationCase operation)
    {
        if (job.Suspended)
        {
            return new HookProgress(hook, HookState.Suspended);
        }

        if (job.IsComplete || job.IsFailed)
        {
            return new HookProgress(hook, HookState.Finished);
        }

        var pods = operation.Snapshot.Pods.OwnedBy(operation.Snapshot.Owners.TopOf(job)).Where(pod => pod.Metadata.Controller?.Name == job.Name).ToList();
        var blocked = pods.Find(pod => !pod.IsFinished && WhyNotStarted(pod).Length > 0);
        if (blocked is not null)
        {
            return new HookProgress(hook, HookState.PodCannotStart, blocked, WhyNotStarted(blocked));
        }

        var started = job.StartedAt ?? job.Metadata.CreatedAt;
        if (pods.Count == 0 && job.Active == 0 && operation.Context.IsOlder(started, operation.Context.Thresholds.ArgoCd.OperationWarning)
            && operation.Snapshot.ReadingOf("Pod").IsCompleteFor(job.Namespace))
        {
            return new HookProgress(hook, HookState.NoPod);
        }

        var limit = job.ActiveDeadlineSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : operation.Context.Thresholds.ArgoCd.HookJob;
        return new HookProgress(hook, operation.Context.IsOlder(started, limit) ? HookState.Overdue : HookState.Moving);
    }

    private static HookProgress OfPod(WaitedObject hook, Pod pod, OperationCase operation) =>
        pod.IsFinished ? new HookProgress(hook, HookState.Finished)
        : WhyNotStarted(pod) is { Length: > 0 } reason ? new HookProgress(hook, HookState.PodCannotStart, pod, reason)
        : new HookProgress(hook, operation.Context.IsOlder(pod.StartedAt ?? pod.Metadata.CreatedAt, operation.Context.Thresholds.ArgoCd.HookJob) ? HookState.Overdue : HookState.Moving);

    private static string WhyNotStarted(Pod pod) =>
        pod.ConditionOf("PodScheduled") is { IsFalse: true } unscheduled ? unscheduled.Reason
        : pod.Statuses.Select(status => status.State)
            .FirstOrDefault(state => state.Phase == ContainerPhase.Waiting && state.Reason is not ("" or "PodInitializing" or "ContainerCreating" or "CrashLoopBackOff"))
            ?.Reason ?? "";
}
