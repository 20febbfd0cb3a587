using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers;

/// <summary>Writes Events as controllers and kubelets do: one per object, reason and message, with a count; gone after an hour.</summary>
internal sealed class EventRecorder(World world)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public void Record(StoredObject about, string type, string reason, string message, string component)
    {
        var known = world.Store.List(SimulatedKinds.Event, NamespaceOf(about)).FirstOrDefault(held =>
            held.Body.Text("involvedObject", "uid") == about.Uid && held.Body.Text("reason") == reason && held.Body.Text("message") == message);
        if (known is not null)
        {
            world.Update(known, body =>
            {
                body["count"] = (body.Number("count") ?? 1) + 1;
                body["lastTimestamp"] = world.Stamp;
            });
            return;
        }

        var host = about.Body.Text("spec", "nodeName");
        var entry = new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = $"{about.Name}.{world.Now.ToUnixTimeMilliseconds() * 1_000_000 + world.Random.Next(1_000_000):x}" },
            ["involvedObject"] = new JsonObject
            {
                ["kind"] = about.Kind.Kind,
                ["namespace"] = about.Namespace,
                ["name"] = about.Name,
                ["uid"] = about.Uid,
                ["apiVersion"] = about.Kind.ApiVersion,
                ["resourceVersion"] = about.Body.Text("metadata", "resourceVersion"),
            },
            ["reason"] = reason,
            ["message"] = message,
            ["source"] = component == "kubelet" ? new JsonObject { ["component"] = component, ["host"] = host } : new JsonObject { ["component"] = component },
            ["firstTimestamp"] = world.Stamp,
            ["lastTimestamp"] = world.Stamp,
            ["count"] = 1,
            ["type"] = type,
            ["eventTime"] = null,
            ["reportingComponent"] = component,
            ["reportingInstance"] = component == "kubelet" ? host ?? "" : "",
        };
        world.Store.Create(SimulatedKinds.Event, NamespaceOf(about), entry);
    }

    /// <summary>Forgets what is older than an hour.</summary>
    public void Expire()
    {
        var limit = world.Now - Lifetime;
        foreach (var old in world.Store.List(SimulatedKinds.Event).Where(held => World.TimeAt(held.Body, "lastTimestamp") < limit))
        {
            world.Store.Delete(SimulatedKinds.Event, old.Namespace, old.Name);
        }
    }

    private static string NamespaceOf(StoredObject about) => about.Namespace.Length == 0 ? "default" : about.Namespace;
}
