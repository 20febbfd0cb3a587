using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers;

/// <summary>Finds which behaviour of the scenario holds for a pod now.</summary>
internal sealed class Behaviours(IReadOnlyList<Behaviour> all)
{
    public Behaviour? For(World world, StoredObject pod, string workload) =>
        all.FirstOrDefault(behaviour => behaviour.Workload == workload && Holds(world, behaviour, pod.Body));

    private static bool Holds(World world, Behaviour behaviour, JsonObject pod)
    {
        if (behaviour.From > world.Now)
        {
            return false;
        }

        var container = pod.Objects("spec", "containers").FirstOrDefault();
        if (behaviour.Tag is { } tag && container.Text("image")?.EndsWith(":" + tag, StringComparison.Ordinal) != true)
        {
            return false;
        }

        if (behaviour.Kind == BehaviourKind.OutOfMemory && Quantity.Bytes(container.Text("resources", "limits", "memory")) is var limit
            && (limit is null || limit >= behaviour.NeedsMemory))
        {
            return false;
        }

        return !(behaviour.UntilReady is { } deployment && IsReady(world, deployment)) && !(behaviour.UntilSecret is { } secret && Exists(world, secret));
    }

    private static bool IsReady(World world, string deployment)
    {
        var (ns, name) = Split(deployment);
        return world.Store.Get(SimulatedKinds.Deployment, ns, name) is { } held
            && held.Body.Number("status", "readyReplicas") is > 0 and var ready
            && ready >= (held.Body.Number("spec", "replicas") ?? 1);
    }

    private static bool Exists(World world, string secret)
    {
        var (ns, name) = Split(secret);
        return world.Store.Get(SimulatedKinds.Secret, ns, name) is not null;
    }

    private static (string Namespace, string Name) Split(string path)
    {
        var slash = path.IndexOf('/');
        return slash < 0 ? ("default", path) : (path[..slash], path[(slash + 1)..]);
    }
}
