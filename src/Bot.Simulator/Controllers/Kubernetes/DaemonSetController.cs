using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>Keeps one pod a node for each DaemonSet, replaced one by one when the template changes.</summary>
internal sealed class DaemonSetController : IController
{
    private const string HashLabel = "controller-revision-hash";

    public void Tick(World world)
    {
        foreach (var set in world.Store.List(SimulatedKinds.DaemonSet))
        {
            if (!World.IsDeleting(set.Body) && set.Body.At("spec", "template") is JsonObject template)
            {
                Keep(world, set, template, Fingerprint.TemplateHash(template));
            }
        }
    }

    private static void Keep(World world, StoredObject set, JsonObject template, string hash)
    {
        var nodes = world.Store.List(SimulatedKinds.Node);
        var pods = world.Owned(SimulatedKinds.Pod, set).Where(static pod => !World.IsDeleting(pod.Body)).ToList();
        foreach (var node in nodes.Where(node => !pods.Any(pod => pod.Body.Text("spec", "nodeName") == node.Name)))
        {
            var placed = (JsonObject)template.DeepClone();
            placed.Child("spec")["nodeName"] = node.Name;
            PodFactory.Create(world, set, placed, $"{set.Name}-{world.NameTail()}", generated: true, (HashLabel, hash));
        }

        if (pods.All(static pod => PodStatus.IsReady(pod.Body)) && pods.FirstOrDefault(pod => pod.Body.Text("metadata", "labels", HashLabel) != hash) is { } old)
        {
            world.Store.Delete(old.Kind, old.Namespace, old.Name);
        }

        var living = world.Owned(SimulatedKinds.Pod, set).Where(static pod => !World.IsDeleting(pod.Body)).ToList();
        var ready = living.Count(static pod => PodStatus.IsReady(pod.Body));
        world.Update(set, body =>
        {
            var status = body.Child("status");
            status["currentNumberScheduled"] = living.Count;
            status["desiredNumberScheduled"] = nodes.Count;
            status["numberMisscheduled"] = 0;
            status["numberReady"] = ready;
            ReplicaSetController.Count(status, "numberAvailable", ready);
            ReplicaSetController.Count(status, "numberUnavailable", nodes.Count - ready);
            ReplicaSetController.Count(status, "updatedNumberScheduled", living.Count(pod => pod.Body.Text("metadata", "labels", HashLabel) == hash));
            status["observedGeneration"] = body.Number("metadata", "generation") ?? 1;
        });
    }
}
