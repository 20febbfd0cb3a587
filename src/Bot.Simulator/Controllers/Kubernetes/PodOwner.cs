using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>Finds the workload at the top of a pod's owners.</summary>
internal static class PodOwner
{
    /// <summary><c>namespace/name</c> of the Deployment, StatefulSet, DaemonSet or Job; of the pod itself where it has none.</summary>
    public static string WorkloadOf(World world, StoredObject pod)
    {
        var owner = pod.Body.Objects("metadata", "ownerReferences").FirstOrDefault(static reference => reference.Flag("controller"));
        var name = owner.Text("name") ?? pod.Name;
        if (owner.Text("kind") == "ReplicaSet"
            && world.Store.Get(SimulatedKinds.ReplicaSet, pod.Namespace, name)?.Body.Objects("metadata", "ownerReferences").FirstOrDefault() is { } deployment)
        {
            name = deployment.Text("name") ?? name;
        }

        return $"{pod.Namespace}/{name}";
    }
}
