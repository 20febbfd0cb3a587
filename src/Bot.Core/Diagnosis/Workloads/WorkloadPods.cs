using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Workloads;

/// <summary>The pods of a workload that are not ready: which, since when, and in whose words.</summary>
internal static class WorkloadPods
{
    /// <summary>Without finished pods and pods that are just being deleted, by name.</summary>
    public static List<Pod> NotReady(ClusterSnapshot snapshot, ObjectRef owner, DiagnosisContext context) =>
    [
        .. snapshot.Pods.OwnedBy(owner)
            .Where(pod => pod is { IsFinished: false, IsReady: false } && (pod.Metadata.DeletedAt is not { } end || context.Now >= end + context.Thresholds.PodGrace))
            .OrderBy(pod => pod.Name, StringComparer.Ordinal),
    ];

    public static DateTimeOffset? Since(Pod pod) =>
        pod.ConditionOf("Ready") is { IsTrue: false, LastTransitionAt: { } at } ? at : pod.StartedAt ?? pod.Metadata.CreatedAt;

    /// <summary>Why the pod is not ready, as the kubelet or the scheduler say it in a word or two.</summary>
    public static string Words(Pod pod)
    {
        foreach (var status in pod.Statuses)
        {
            if (!status.Ready && status.State is { Phase: ContainerPhase.Waiting or ContainerPhase.Terminated, Reason: { Length: > 0 } reason } && reason != "Completed")
            {
                return reason;
            }
        }

        return pod.ConditionOf("PodScheduled") is { IsFalse: true, Reason: { Length: > 0 } unscheduled } ? unscheduled
            : pod.ConditionOf("Ready") is { IsFalse: true, Reason: { Length: > 0 } unready } ? unready
            : pod.Phase;
    }

    public static Evidence Line(Pod pod) => new(pod.Ref, "status", Words(pod)) { At = Since(pod) };
}
