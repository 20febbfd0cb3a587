using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>Gives each waiting pod the node that holds the fewest.</summary>
internal sealed class Scheduler : IController
{
    public void Tick(World world)
    {
        var waiting = world.Store.List(SimulatedKinds.Pod)
            .Where(static pod => pod.Body.Text("status", "startTime") is null && !World.IsDeleting(pod.Body))
            .ToList();
        if (waiting.Count == 0)
        {
            return;
        }

        var load = world.Store.List(SimulatedKinds.Node)
            .Where(static node => !node.Body.Flag("spec", "unschedulable"))
            .ToDictionary(static node => node.Name, static _ => 0, StringComparer.Ordinal);
        foreach (var pod in world.Store.List(SimulatedKinds.Pod))
        {
            if (pod.Body.Text("spec", "nodeName") is { } node && load.TryGetValue(node, out var count))
            {
                load[node] = count + 1;
            }
        }

        foreach (var pod in waiting)
        {
            Place(world, pod, load);
        }
    }

    private static void Place(World world, StoredObject pod, Dictionary<string, int> load)
    {
        var name = pod.Body.Text("spec", "nodeName") ?? load.OrderBy(static entry => entry.Value).ThenBy(static entry => entry.Key, StringComparer.Ordinal).FirstOrDefault().Key;
        if (name is null)
        {
            const string Refusal = "no nodes available to schedule pods";
            world.Update(pod, body => PodStatus.Condition(world, body.Child("status"), "PodScheduled", holds: false, "Unschedulable", Refusal));
            world.Events.Record(pod, "Warning", "FailedScheduling", Refusal, "default-scheduler");
            return;
        }

        load[name] = load.GetValueOrDefault(name) + 1;
        var host = world.Store.Get(SimulatedKinds.Node, "", name)?.Body.Objects("status", "addresses")
            .FirstOrDefault(static address => address.Text("type") == "InternalIP").Text("address") ?? "10.0.11.10";
        world.Update(pod, body =>
        {
            body.Child("spec")["nodeName"] = name;
            var status = body.Child("status");
            status["phase"] = "Pending";
            status["startTime"] = world.Stamp;
            status["hostIP"] = host;
            status["hostIPs"] = new JsonArray(new JsonObject { ["ip"] = host });
            status["qosClass"] = "Burstable";
            PodStatus.Condition(world, status, "PodScheduled", holds: true, null, null);
        });
        world.Events.Record(pod, "Normal", "Scheduled", $"Successfully assigned {pod.Namespace}/{pod.Name} to {name}", "default-scheduler");
    }
}
