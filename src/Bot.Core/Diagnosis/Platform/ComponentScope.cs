using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Platform;

/// <summary>Finds the workloads of a component that stand still: not those that are scaled to zero, start for the first time or take a new version.</summary>
internal sealed class ComponentScope(ClusterSnapshot snapshot, DiagnosisContext context)
{
    private static readonly string[] StillStarting = ["ContainerCreating", "PodInitializing", ""];

    public IEnumerable<DownComponent> Down(Component component)
    {
        foreach (var workload in snapshot.All<Workload>())
        {
            if (workload.ReadyReplicas > 0 || workload.Replicas <= 0 || workload is ReplicaSet || workload.IsBeingDeleted || Components.Of(workload) != component)
            {
                continue;
            }

            ImmutableArray<Pod> pods = [.. snapshot.Pods.OwnedBy(workload.Ref).Where(pod => !pod.IsFinished).OrderByDescending(pod => pod.Metadata.CreatedAt).ThenBy(pod => pod.Name, StringComparer.Ordinal)];
            var since = Since(workload, pods);
            var hard = HasHardFault(pods);
            if (!pods.Any(pod => pod.IsReady) && (hard || (context.IsOlder(since ?? workload.Metadata.CreatedAt ?? DateTimeOffset.MinValue, context.Thresholds.Platform.Component) && !IsStarting(workload, pods))))
            {
                yield return new DownComponent(workload, pods, since);
            }
        }
    }

    /// <summary>Since when none of the pods is ready: the moment at which the last of them ceased to be.</summary>
    public static DateTimeOffset? Since(Workload? workload, ImmutableArray<Pod> pods) =>
        workload?.ConditionOf("Available") is { IsFalse: true, LastTransitionAt: { } unavailable }
            ? unavailable
            : pods.Max(pod => pod.ConditionOf("Ready")?.LastTransitionAt ?? pod.ConditionOf("PodScheduled")?.LastTransitionAt ?? pod.Metadata.CreatedAt);

    /// <summary>True when a pod shows a fault that waiting does not mend.</summary>
    public static bool HasHardFault(ImmutableArray<Pod> pods) => pods.Any(pod => pod.Statuses.Any(status => status.State.Phase == ContainerPhase.Waiting && !StillStarting.Contains(status.State.Reason)));

    /// <summary>What keeps a pod from being ready, in the cluster's words, with the field that says so.</summary>
    public static (string Field, string Value, DateTimeOffset? At) StateOf(Pod pod)
    {
        foreach (var status in pod.Statuses)
        {
            if (status.State.Phase == ContainerPhase.Waiting && !StillStarting.Contains(status.State.Reason))
            {
                return ($"status.containerStatuses[{status.Name}].state.waiting", status.State.Message.Length > 0 ? $"{status.State.Reason}: {status.State.Message}" : status.State.Reason, status.LastState.FinishedAt);
            }
        }

        return pod.ConditionOf("PodScheduled") is { IsFalse: true } unscheduled
            ? ("status.conditions[PodScheduled]", $"{unscheduled.Reason}: {unscheduled.Message}", unscheduled.LastTransitionAt)
            : pod.ConditionOf("Ready") is { IsTrue: false } ready
                ? ("status.conditions[Ready]", $"{ready.Reason}: {ready.Message}", ready.LastTransitionAt)
                : ("status.phase", pod.Phase, null);
    }

    private bool IsStarting(Workload workload, ImmutableArray<Pod> pods)
    {
        var newest = pods.FirstOrDefault()?.Metadata.CreatedAt ?? workload.Metadata.CreatedAt;
        if (newest is not { } created || context.Now - created >= context.Thresholds.Platform.ComponentStart)
        {
            return false;
        }

        return workload switch
        {
            _ when workload.Metadata.CreatedAt is { } made && context.Now - made < context.Thresholds.Platform.ComponentStart => true,
            Deployment deployment => deployment.ConditionOf("Progressing") is { IsTrue: true, Reason: not "NewReplicaSetAvailable" },
            StatefulSet set => set.CurrentRevision != set.UpdateRevision,
            _ => false,
        };
    }
}
