using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis;

/// <summary>The workloads that need something that is no workload itself: a node, a claim, a Secret, an autoscaler's target.</summary>
internal sealed class Sufferers(ClusterSnapshot snapshot)
{
    private readonly Lazy<ILookup<ObjectRef, Pod>> users = new(() => UsersOf(snapshot));

    /// <summary>Top owners that need the object; null when the kind of the object says nothing of workloads.</summary>
    public IEnumerable<ObjectRef>? Of(ObjectRef reference) => reference.Kind switch
    {
        "Node" => snapshot.Find(reference) is Node node && node.Conditions.Any(condition => condition is { Type: "Ready", Status: not "True" })
            ? snapshot.Pods.On(reference.Name).Where(pod => !HasAFaultOfItsOwn(pod)).Select(pod => snapshot.Owners.TopOf(pod)).Distinct()
            : [],
        "PersistentVolumeClaim" or "Secret" or "ConfigMap" or "ServiceAccount" => Needing(reference),
        "PersistentVolume" => snapshot.Find(reference) is PersistentVolume { ClaimName.Length: > 0 } volume ? Needing(new ObjectRef("PersistentVolumeClaim", volume.ClaimNamespace, volume.ClaimName)) : [],
        "ExternalSecret" => snapshot.Find(reference) is ExternalSecret maker ? Needing(new ObjectRef("Secret", maker.Namespace, maker.TargetName)) : [],
        "SecretStore" or "ClusterSecretStore" => snapshot.All<ExternalSecret>()
            .Where(maker => maker.StoreKind == reference.Kind && maker.StoreName == reference.Name && (reference.Namespace.Length == 0 || maker.Namespace == reference.Namespace))
            .SelectMany(maker => Needing(new ObjectRef("Secret", maker.Namespace, maker.TargetName))).Distinct(),
        "HorizontalPodAutoscaler" => snapshot.Find(reference) is HorizontalPodAutoscaler scaler ? [new ObjectRef(scaler.TargetKind, scaler.Namespace, scaler.TargetName)] : [],
        "PodDisruptionBudget" or "StorageClass" or "IngressClass" or "ResourceQuota" => [],
        _ => null,
    };

    private static bool HasAFaultOfItsOwn(Pod pod) => pod.Statuses.Any(status => status.State.Phase == ContainerPhase.Waiting);

    // Only pods that are not ready: a missing Secret does not harm a pod that runs.
    private IEnumerable<ObjectRef> Needing(ObjectRef reference) => users.Value[reference].Where(pod => !pod.IsFinished && !pod.IsReady).Select(pod => snapshot.Owners.TopOf(pod)).Distinct();

    private static ILookup<ObjectRef, Pod> UsersOf(ClusterSnapshot snapshot) => snapshot.All<Pod>()
        .Where(pod => !pod.IsFinished && !pod.IsReady)
        .SelectMany(pod => pod.Claims.Select(name => new ObjectRef("PersistentVolumeClaim", pod.Namespace, name))
            .Concat(pod.Secrets.Select(name => new ObjectRef("Secret", pod.Namespace, name)))
            .Concat(pod.ConfigMaps.Select(name => new ObjectRef("ConfigMap", pod.Namespace, name)))
            .Append(new ObjectRef("ServiceAccount", pod.Namespace, pod.ServiceAccountName))
            .Select(needed => (Needed: needed, Pod: pod)))
        .ToLookup(pair => pair.Needed, pair => pair.Pod);
}
