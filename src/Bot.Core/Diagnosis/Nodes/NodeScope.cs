using System.Collections.Frozen;
using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Nodes;

/// <summary>Which nodes the rules about nodes look at, and which pods on them are hurt by the node itself.</summary>
internal sealed class NodeScope(ClusterSnapshot snapshot, DiagnosisContext context)
{
    // Taints by which a scaler, an upgrade or the cloud says that it takes the node away.
    private static readonly FrozenSet<string> Leaving = FrozenSet.ToFrozenSet(
    [
        "ToBeDeletedByClusterAutoscaler", "DeletionCandidateOfClusterAutoscaler", "karpenter.sh/disrupted", "karpenter.sh/disruption", "karpenter.k8s.aws/interruption",
        "aws-node-termination-handler/spot-itn", "aws-node-termination-handler/scheduled-maintenance", "aws-node-termination-handler/asg-lifecycle-termination", "aws-node-termination-handler/rebalance-recommendation",
        "cloud.google.com/impending-node-termination",
    ]);

    /// <summary>Without nodes that are being taken away and those that are just coming up.</summary>
    public IEnumerable<Node> Nodes => snapshot.All<Node>().Where(node =>
        !node.IsBeingDeleted
        && !(node.Metadata.CreatedAt is { } created && context.Now - created < context.Thresholds.Nodes.Young)
        && !node.Taints.Any(taint => Leaving.Contains(taint.Key)));

    public IReadOnlyList<Pod> PodsOn(Node node) => snapshot.Pods.On(node.Name);

    /// <summary>A cordoned node from which the pods are being moved, or on which nothing but node agents is left.</summary>
    public bool IsDraining(Node node) =>
        node.Unschedulable && PodsOn(node).Where(pod => !pod.IsFinished && snapshot.Owners.TopOf(pod).Kind != "DaemonSet").ToList() is var left && (left.Count == 0 || left.Exists(pod => pod.IsBeingDeleted));

    /// <summary>Pods of which their own state says that the node is gone: never those that merely crash there.</summary>
    public IEnumerable<Pod> LostOn(Node node, DateTimeOffset? since) => PodsOn(node).Where(pod =>
        !pod.IsFinished
        && (pod.IsBeingDeleted
            || pod.Phase == "Unknown"
            || pod.Reason == "NodeLost"
            || IsDisrupted(pod)
            || (pod.ConditionOf("Ready") is { IsTrue: false, LastTransitionAt: { } changed } && changed >= since && pod.Statuses.All(status => status.Ready || status.IsInit || status.State.Phase == ContainerPhase.Running))));

    /// <summary>Pods that the kubelet or the taint manager threw out since shortly before the node was in trouble.</summary>
    public IEnumerable<Pod> EvictedFrom(Node node, DateTimeOffset? since) => PodsOn(node).Where(pod =>
        (pod.Reason == "Evicted" || IsDisrupted(pod)) && (EndOf(pod) is not { } end || since is not { } start || end >= start - context.Thresholds.Nodes.Evictions));

    /// <summary>What runs the pods.</summary>
    public ImmutableArray<ObjectRef> OwnersOf(IEnumerable<Pod> hurt) => [.. hurt.Select(pod => snapshot.Owners.TopOf(pod)).Distinct()];

    /// <summary>The host part of a name such as <c>ip-10-0-11-57.ap-northeast-2.compute.internal</c>: what people call the node.</summary>
    public static string ShortName(Node node) => node.Name.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? node.Name[..dot] : node.Name;

    private static bool IsDisrupted(Pod pod) => pod.ConditionOf("DisruptionTarget") is { IsTrue: true };

    private static DateTimeOffset? EndOf(Pod pod) =>
        pod.ConditionOf("DisruptionTarget")?.LastTransitionAt ?? pod.Statuses.Max(status => status.State.FinishedAt) ?? pod.ConditionOf("Ready")?.LastTransitionAt ?? pod.StartedAt;
}
