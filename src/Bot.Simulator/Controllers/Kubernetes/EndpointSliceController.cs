using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>Lets the EndpointSlice of each Service follow the readiness of its pods.</summary>
internal sealed class EndpointSliceController : IController
{
    private const string ServiceLabel = "kubernetes.io/service-name";

    private readonly SettledObjects settled = new(SimulatedKinds.Pod, SimulatedKinds.EndpointSlice);

    public void Tick(World world)
    {
        foreach (var service in world.Store.List(SimulatedKinds.Service))
        {
            if (!World.IsDeleting(service.Body) && service.Body.At("spec", "selector") is JsonObject selector && !settled.Has(world, service))
            {
                Follow(world, service, selector);
                settled.Note(world, service);
            }
        }
    }

    private static void Follow(World world, StoredObject service, JsonObject selector)
    {
        var endpoints = new JsonArray();
        foreach (var pod in world.Store.List(SimulatedKinds.Pod, service.Namespace))
        {
            if (Selects(selector, pod.Body) && pod.Body.Text("status", "podIP") is { } ip && pod.Body.Text("status", "phase") is "Running" or "Pending")
            {
                endpoints.Add((JsonNode)Endpoint(pod, ip));
            }
        }

        JsonArray? told = endpoints.Count == 0 ? null : endpoints;
        var slice = world.Owned(SimulatedKinds.EndpointSlice, service) is [var first, ..] ? first : null;
        if (slice is null)
        {
            Create(world, service, told);
        }
        else if (!JsonNode.DeepEquals(slice.Body["endpoints"], told))
        {
            world.Update(slice, body =>
            {
                body["endpoints"] = told;
                body.Child("metadata", "annotations")["endpoints.kubernetes.io/last-change-trigger-time"] = world.Stamp;
            });
        }
    }

    private static void Create(World world, StoredObject service, JsonArray? endpoints)
    {
        var ports = new JsonArray([.. service.Body.Objects("spec", "ports").Select(static port => (JsonNode)new JsonObject
        {
            ["name"] = port.Text("name") ?? "",
            ["port"] = port.Number("targetPort") ?? port.Number("port") ?? 80,
            ["protocol"] = port.Text("protocol") ?? "TCP",
        })]);
        world.Store.Create(SimulatedKinds.EndpointSlice, service.Namespace, new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["name"] = $"{service.Name}-{world.NameTail()}",
                ["generateName"] = service.Name + "-",
                ["labels"] = new JsonObject
                {
                    ["endpointslice.kubernetes.io/managed-by"] = "endpointslice-controller.k8s.io",
                    [ServiceLabel] = service.Name,
                },
                ["ownerReferences"] = PodFactory.Reference(service),
            },
            ["addressType"] = "IPv4",
            ["endpoints"] = endpoints,
            ["ports"] = ports,
        });
    }

    private static JsonObject Endpoint(StoredObject pod, string ip)
    {
        var leaving = World.IsDeleting(pod.Body);
        var ready = PodStatus.IsReady(pod.Body);
        return new JsonObject
        {
            ["addresses"] = new JsonArray(ip),
            ["conditions"] = new JsonObject { ["ready"] = ready && !leaving, ["serving"] = ready, ["terminating"] = leaving },
            ["nodeName"] = pod.Body.Text("spec", "nodeName"),
            ["targetRef"] = new JsonObject { ["kind"] = "Pod", ["namespace"] = pod.Namespace, ["name"] = pod.Name, ["uid"] = pod.Uid },
        };
    }

    private static bool Selects(JsonObject selector, JsonObject pod) => selector.Count > 0
        && selector.All(pair => pod.Text("metadata", "labels", pair.Key) == pair.Value?.ToString());
}
