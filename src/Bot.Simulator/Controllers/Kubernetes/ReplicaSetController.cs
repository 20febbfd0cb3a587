using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>Keeps the number of pods of each ReplicaSet.</summary>
internal sealed class ReplicaSetController : IController
{
    private readonly SettledObjects settled = new(SimulatedKinds.Pod);

    public void Tick(World world)
    {
        foreach (var set in world.Store.List(SimulatedKinds.ReplicaSet))
        {
            if (!World.IsDeleting(set.Body) && !settled.Has(world, set))
            {
                Keep(world, set);
                settled.Note(world, set);
            }
        }
    }

    private static void Keep(World world, StoredObject set)
    {
        var wanted = (int)(set.Body.Number("spec", "replicas") ?? 1);
        var pods = world.Owned(SimulatedKinds.Pod, set).Where(static pod => !World.IsDeleting(pod.Body)).ToList();
        for (var missing = wanted - pods.Count; missing > 0; missing--)
        {
            PodFactory.Create(world, set, set.Body.At("spec", "template"), $"{set.Name}-{world.NameTail()}", generated: true);
        }

        foreach (var surplus in pods.OrderBy(static pod => PodStatus.IsReady(pod.Body)).Take(Math.Max(0, pods.Count - wanted)))
        {
            world.Store.Delete(SimulatedKinds.Pod, surplus.Namespace, surplus.Name);
            world.Events.Record(set, "Normal", "SuccessfulDelete", $"Deleted pod: {surplus.Name}", "replicaset-controller");
        }

        var living = world.Owned(SimulatedKinds.Pod, set).Where(static pod => !World.IsDeleting(pod.Body)).ToList();
        var ready = living.Count(static pod => PodStatus.IsReady(pod.Body));
        world.Update(set, body =>
        {
            var status = body.Child("status");
            status["replicas"] = living.Count;
            Count(status, "fullyLabeledReplicas", living.Count);
            Count(status, "readyReplicas", ready);
            Count(status, "availableReplicas", ready);
            status["observedGeneration"] = body.Number("metadata", "generation") ?? 1;
        });
    }

    /// <summary>Counts of zero are left out, as the API server leaves them out.</summary>
    public static void Count(JsonObject status, string key, int value)
    {
        if (value == 0)
        {
            status.Remove(key);
        }
        else
        {
            status[key] = value;
        }
    }
}
