using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Workloads;

/// <summary>
/// Controllers whose pods are refused now: the ReplicaFailure condition of a ReplicaSet that wants pods (of its Deployment where
/// ReplicaSets were not read), else a FailedCreate event of an object that still lacks pods and created none since.
/// </summary>
internal static class CreateFailures
{
    public static IEnumerable<CreateFailure> Of(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var told = new HashSet<ObjectRef>();
        foreach (var set in snapshot.All<ReplicaSet>())
        {
            if (set.Replicas > 0 && !set.Conditions.IsEmpty && !set.IsBeingDeleted && Failing(set) is { } condition)
            {
                told.Add(set.Ref);
                yield return new CreateFailure(set, snapshot.Find(snapshot.Owners.TopOf(set)) as Workload ?? set, condition.Message, condition.LastTransitionAt, Line(set, condition));
            }
        }

        foreach (var deployment in snapshot.All<Deployment>())
        {
            if (deployment.Replicas > 0 && !deployment.IsBeingDeleted && !snapshot.ReadingOf("ReplicaSet").IsCompleteFor(deployment.Namespace) && Failing(deployment) is { } condition)
            {
                yield return new CreateFailure(deployment, deployment, condition.Message, condition.LastTransitionAt, Line(deployment, condition));
            }
        }

        foreach (var item in snapshot.All<Event>())
        {
            if (item.Reason == "FailedCreate"
                && item.LastAt is { } last && context.Now - last <= context.Thresholds.Events
                && snapshot.Find(item.Regarding) is { IsBeingDeleted: false } subject
                && (item.RegardingUid.Length == 0 || subject.Metadata.Uid.Length == 0 || item.RegardingUid == subject.Metadata.Uid)
                && !told.Contains(subject.Ref)
                && LacksPods(subject, snapshot)
                && !CreatedSince(subject, last, snapshot, context))
            {
                var workload = snapshot.Find(snapshot.Owners.TopOf(subject)) as Workload ?? subject as Workload;
                yield return new CreateFailure(subject, workload, item.Message, item.FirstAt, new Evidence(subject.Ref, "event FailedCreate", item.Message) { At = last });
            }
        }
    }

    private static Condition? Failing(Workload workload) => workload.ConditionOf("ReplicaFailure") is { IsTrue: true, Reason: "FailedCreate" } condition ? condition : null;

    private static Evidence Line(Workload workload, Condition condition) =>
        new(workload.Ref, "status.conditions[ReplicaFailure].message", condition.Message) { At = condition.LastTransitionAt };

    private static bool LacksPods(ClusterObject subject, ClusterSnapshot snapshot) => subject switch
    {
        ReplicaSet or StatefulSet or DaemonSet => subject is Workload { Replicas: > 0 } workload && Pods(workload, snapshot) < workload.Replicas,
        Job job => job is { Active: 0, IsComplete: false, IsFailed: false, Suspended: false },
        _ => false,
    };

    private static int Pods(Workload workload, ClusterSnapshot snapshot) =>
        snapshot.ReadingOf("Pod").IsCompleteFor(workload.Namespace)
            ? snapshot.Pods.OwnedBy(snapshot.Owners.TopOf(workload)).Count(pod => !pod.IsFinished && pod.Metadata.Controller?.Name == workload.Name)
            : workload.ReadyReplicas;

    private static bool CreatedSince(ClusterObject subject, DateTimeOffset refused, ClusterSnapshot snapshot, DiagnosisContext context) =>
        snapshot.Events.Recent(subject, context.Now, context.Thresholds.Events).Any(item => item.Reason == "SuccessfulCreate" && item.LastAt > refused);
}
