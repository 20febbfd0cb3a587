using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>Which pods a rule about pods looks at, and how bad a fault of one of them is for its workload.</summary>
internal sealed class PodScope(ClusterSnapshot snapshot, DiagnosisContext context)
{
    private static readonly string[] Serving = ["Deployment", "StatefulSet", "Rollout", "ReplicaSet"];

    private static readonly string[] Sicknesses = ["MemoryPressure", "DiskPressure", "PIDPressure", "NetworkUnavailable"];

    /// <summary>Without healthy and finished pods, pods of Jobs (they count through the Job) and pods that are just being deleted.</summary>
    public IEnumerable<Pod> Pods => snapshot.Pods.Unwell.Where(Counts);

    /// <summary>Critical when the workload wants pods and none is ready; a bare pod or one node of a DaemonSet is a warning.</summary>
    public Severity SeverityOf(Pod pod) =>
        Serving.Contains(snapshot.Owners.TopOf(pod).Kind) && ReadyOf(pod) is { Ready: 0, Wanted: > 0 } ? Severity.Critical : Severity.Warning;

    public ObjectRef OwnerOf(Pod pod) => snapshot.Owners.TopOf(pod);

    /// <summary>Ready and wanted pods of the pod's workload; null when neither the workload nor all of its pods are known.</summary>
    public (int Ready, int Wanted)? ReadyOf(Pod pod)
    {
        var owner = snapshot.Owners.TopOf(pod);
        if (snapshot.Find(owner) is Workload workload)
        {
            return (workload.ReadyReplicas, workload.Replicas);
        }

        var siblings = snapshot.Pods.OwnedBy(owner).Where(sibling => !sibling.IsFinished).ToList();
        return snapshot.ReadingOf("Pod").IsCompleteFor(pod.Namespace) ? (siblings.Count(sibling => sibling.IsReady), siblings.Count) : null;
    }

    /// <summary>True while the rollout that made the pod is under way and younger than its deadline: what is not ready yet may still become so.</summary>
    public bool IsRollingOut(Pod pod) =>
        snapshot.Find(snapshot.Owners.TopOf(pod)) is Deployment deployment
        && deployment.ConditionOf("Progressing") is { IsTrue: true, Reason: not "NewReplicaSetAvailable" }
        && !context.IsOlder(pod.Metadata.CreatedAt, TimeSpan.FromSeconds(deployment.ProgressDeadlineSeconds));

    /// <summary>The pod's node where its own conditions say that it is not well; a node that is merely cordoned breaks nothing on it.</summary>
    public ImmutableArray<ObjectRef> SickNodeOf(Pod pod) =>
        snapshot.Find<Node>("Node", "", pod.NodeName) is { } node
        && node.Conditions.Any(condition => condition.Type == "Ready" ? !condition.IsTrue : condition.IsTrue && Sicknesses.Contains(condition.Type))
            ? [node.Ref]
            : [];

    /// <summary>How many pods of the workload are ready, as evidence.</summary>
    public IEnumerable<Evidence> ReadyEvidence(Pod pod) =>
        snapshot.Find(snapshot.Owners.TopOf(pod)) is Workload workload
            ? [new Evidence(workload.Ref, "status.readyReplicas", $"{workload.ReadyReplicas}/{workload.Replicas}")]
            : [];

    private bool Counts(Pod pod) =>
        pod.Phase != "Succeeded"
        && !(pod.Phase == "Failed" && pod.Metadata.Controller is not null && pod.RestartPolicy != "Never")
        && pod.Metadata.Controller?.Kind != "Job"
        && (pod.Metadata.DeletedAt is not { } end || context.Now >= end + context.Thresholds.PodGrace);
}
