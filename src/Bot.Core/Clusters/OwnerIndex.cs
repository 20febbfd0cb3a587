using System.Collections.Frozen;

namespace Bot.Core.Clusters;

/// <summary>
/// Finds the top owner of an object. Only Pod, ReplicaSet and Job climb, along controller references to the kinds that keep pods running.
/// An owner that is not in the snapshot is taken by the name in the reference; an absent ReplicaSet stands for the Deployment
/// (or Rollout) whose name remains when the pod template hash is cut off.
/// </summary>
public sealed class OwnerIndex(ClusterSnapshot snapshot)
{
    private static readonly FrozenSet<string> Climbing = FrozenSet.ToFrozenSet(["Pod", "ReplicaSet", "Job"]);
    private static readonly FrozenSet<string> Owning = FrozenSet.ToFrozenSet(["ReplicaSet", "Deployment", "Rollout", "StatefulSet", "DaemonSet", "Job", "CronJob"]);
    private static readonly string[] HashLabels = ["pod-template-hash", "rollouts-pod-template-hash"];

    public ObjectRef TopOf(ObjectRef reference) => snapshot.Find(reference) is { } found ? TopOf(found) : reference;

    public ObjectRef TopOf(ClusterObject item)
    {
        if (!Climbing.Contains(item.Kind) || item.Metadata.Controller is not { } owner || !Owning.Contains(owner.Kind))
        {
            return item.Ref;
        }

        var reference = new ObjectRef(owner.Kind, item.Namespace, owner.Name);
        return snapshot.Find(reference) is { } found ? TopOf(found)
            : owner.Kind == "ReplicaSet" ? WithoutHash(item, reference)
            : reference;
    }

    private static ObjectRef WithoutHash(ClusterObject item, ObjectRef replicaSet)
    {
        foreach (var label in HashLabels)
        {
            if (item.Metadata.Labels[label] is { Length: > 0 } hash && replicaSet.Name.EndsWith("-" + hash, StringComparison.Ordinal))
            {
                return new ObjectRef(label == HashLabels[0] ? "Deployment" : "Rollout", replicaSet.Namespace, replicaSet.Name[..^(hash.Length + 1)]);
            }
        }

        return replicaSet;
    }
}
