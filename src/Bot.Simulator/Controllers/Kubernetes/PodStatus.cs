using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>Writes a pod's status in the shape in which a kubelet reports it.</summary>
internal static class PodStatus
{
    public static bool IsReady(JsonObject pod) =>
        pod.Objects("status", "conditions").Any(static condition => condition.Text("type") == "Ready" && condition.Text("status") == "True");

    public static void Write(World world, JsonObject pod, ContainerView view, bool ends, Behaviour? behaviour)
    {
        var status = pod.Child("status");
        var containers = pod.Objects("spec", "containers").ToList();
        var first = containers[0].Text("name") ?? "";
        var failed = ends && view.LastState.ContainsKey("terminated");
        var statuses = new JsonArray();
        foreach (var container in containers)
        {
            statuses.Add((JsonNode)Status(pod.Text("metadata", "uid") ?? "", container, container == containers[0] ? view : view with { Restarts = 0 }));
        }

        if (ends)
        {
            End(world, statuses[0]!.AsObject(), failed ? behaviour?.ExitCode ?? 1 : 0, failed, view);
        }

        status["containerStatuses"] = statuses;
        status["phase"] = ends ? failed ? "Failed" : "Succeeded" : view.HasImage ? "Running" : "Pending";
        if (view.HasImage && status.Text("podIP") is null)
        {
            var ip = Address(world, status.Text("hostIP") ?? "10.0.11.10");
            status["podIP"] = ip;
            status["podIPs"] = new JsonArray(new JsonObject { ["ip"] = ip });
        }

        var unready = view.Ready && !ends ? null : $"containers with unready status: [{first}]";
        Condition(world, status, "PodReadyToStartContainers", view.HasImage && !ends, null, null);
        Condition(world, status, "Initialized", true, ends ? "PodCompleted" : null, null);
        Condition(world, status, "Ready", unready is null, unready is null ? null : ends ? "PodCompleted" : "ContainersNotReady", unready);
        Condition(world, status, "ContainersReady", unready is null, unready is null ? null : ends ? "PodCompleted" : "ContainersNotReady", unready);
    }

    public static void Condition(World world, JsonObject status, string type, bool holds, string? reason, string? message)
    {
        var list = status["conditions"] as JsonArray ?? [];
        status["conditions"] = list;
        var known = list.OfType<JsonObject>().FirstOrDefault(condition => condition.Text("type") == type);
        var value = holds ? "True" : "False";
        var since = known.Text("status") == value ? known.Text("lastTransitionTime") : null;
        var next = new JsonObject { ["type"] = type, ["status"] = value, ["lastProbeTime"] = null, ["lastTransitionTime"] = since ?? world.Stamp };
        if (reason is not null)
        {
            next["reason"] = reason;
        }

        if (message is not null)
        {
            next["message"] = message;
        }

        if (known is null)
        {
            list.Add((JsonNode)next);
        }
        else
        {
            list[list.IndexOf(known)] = next;
        }
    }

    private static JsonObject Status(string uid, JsonObject container, ContainerView view)
    {
        var image = container.Text("image") ?? "";
        var status = new JsonObject
        {
            ["name"] = container.Text("name"),
            ["state"] = view.State.DeepClone(),
            ["lastState"] = view.LastState.DeepClone(),
            ["ready"] = view.Ready,
            ["restartCount"] = view.Restarts,
            ["image"] = image,
            ["imageID"] = view.HasImage ? Fingerprint.ImageId(image) : "",
            ["started"] = view.Started,
        };
        if (view.HasImage)
        {
            status["containerID"] = Fingerprint.ContainerId(uid + container.Text("name"), view.Restarts);
        }

        return status;
    }

    private static void End(World world, JsonObject status, int exitCode, bool failed, ContainerView view)
    {
        var start = view.State.Text("running", "startedAt") ?? view.LastState.Text("terminated", "startedAt");
        status["state"] = new JsonObject
        {
            ["terminated"] = new JsonObject
            {
                ["exitCode"] = exitCode,
                ["reason"] = failed ? "Error" : "Completed",
                ["startedAt"] = start,
                ["finishedAt"] = world.Stamp,
                ["containerID"] = status.Text("containerID"),
            },
        };
        status["lastState"] = new JsonObject();
        status["ready"] = false;
        status["started"] = false;
    }

    /// <summary>A free-looking address in the subnet of the pod's node.</summary>
    private static string Address(World world, string hostIp) => $"{hostIp[..hostIp.LastIndexOf('.')]}.{world.Random.Next(20, 250)}";
}
