using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>Writes a Deployment's counts and conditions. A rollout that once completed stays complete when pods fail later: only Available turns False then.</summary>
internal static class DeploymentStatus
{
    public static void Write(World world, StoredObject deployment, StoredObject current, IReadOnlyList<StoredObject> others)
    {
        var pods = new[] { current }.Concat(others).SelectMany(set => world.Owned(SimulatedKinds.Pod, set)).Where(static pod => !World.IsDeleting(pod.Body)).ToList();
        var updated = pods.Count(pod => World.ControllerUid(pod.Body) == current.Uid);
        var updatedReady = pods.Count(pod => World.ControllerUid(pod.Body) == current.Uid && PodStatus.IsReady(pod.Body));
        var ready = pods.Count(static pod => PodStatus.IsReady(pod.Body));
        var wanted = (int)(deployment.Body.Number("spec", "replicas") ?? 1);
        world.Update(deployment, body =>
        {
            var status = body.Child("status");
            var moved = status.Number("updatedReplicas") != (updated == 0 ? null : updated) || status.Number("readyReplicas") != (ready == 0 ? null : ready);
            ReplicaSetController.Count(status, "replicas", pods.Count);
            ReplicaSetController.Count(status, "updatedReplicas", updated);
            ReplicaSetController.Count(status, "readyReplicas", ready);
            ReplicaSetController.Count(status, "availableReplicas", ready);
            ReplicaSetController.Count(status, "unavailableReplicas", Math.Max(0, Math.Max(wanted, pods.Count) - ready));
            status["observedGeneration"] = body.Number("metadata", "generation") ?? 1;
            Available(world, status, ready >= wanted - (wanted / 4));
            Progressing(world, body, current, moved, done: updatedReady >= wanted && updated == pods.Count && pods.Count == wanted);
        });
    }

    /// <summary>No deadline runs: the rollout is complete, or has failed.</summary>
    public static bool IsAtRest(JsonObject deployment) => Find(deployment["status"] as JsonObject ?? [], "Progressing").Text("reason") is "NewReplicaSetAvailable" or "ProgressDeadlineExceeded";

    private static void Available(World world, JsonObject status, bool holds) => Condition(
        world,
        status,
        "Available",
        holds,
        holds ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
        holds ? "Deployment has minimum availability." : "Deployment does not have minimum availability.",
        moved: false);

    private static void Progressing(World world, JsonObject body, StoredObject current, bool moved, bool done)
    {
        var status = body.Child("status");
        var known = Find(status, "Progressing");
        var message = known.Text("message") ?? "";
        if (done)
        {
            Condition(world, status, "Progressing", holds: true, "NewReplicaSetAvailable", $"ReplicaSet \"{current.Name}\" has successfully progressed.", moved: false);
            return;
        }

        var sameSet = message.Contains($"\"{current.Name}\"", StringComparison.Ordinal);
        if (sameSet && known.Text("reason") == "NewReplicaSetAvailable")
        {
            return;
        }

        var deadline = TimeSpan.FromSeconds(body.Number("spec", "progressDeadlineSeconds") ?? 600);
        var late = sameSet && !moved && world.Now - (World.TimeAt(known, "lastUpdateTime") ?? world.Now) >= deadline;
        if (late || (sameSet && !moved && known.Text("reason") == "ProgressDeadlineExceeded"))
        {
            Condition(world, status, "Progressing", holds: false, "ProgressDeadlineExceeded", $"ReplicaSet \"{current.Name}\" has timed out progressing.", moved: false);
        }
        else
        {
            Condition(world, status, "Progressing", holds: true, "ReplicaSetUpdated", $"ReplicaSet \"{current.Name}\" is progressing.", moved);
        }
    }

    private static void Condition(World world, JsonObject status, string type, bool holds, string reason, string message, bool moved)
    {
        var list = status["conditions"] as JsonArray ?? [];
        status["conditions"] = list;
        var known = Find(status, type);
        var value = holds ? "True" : "False";
        var same = known.Text("status") == value && known.Text("reason") == reason && known.Text("message") == message;
        if (same && !moved)
        {
            return;
        }

        var next = new JsonObject
        {
            ["type"] = type,
            ["status"] = value,
            ["lastUpdateTime"] = world.Stamp,
            ["lastTransitionTime"] = known.Text("status") == value ? known.Text("lastTransitionTime") : world.Stamp,
            ["reason"] = reason,
            ["message"] = message,
        };
        if (known is null)
        {
            list.Add((JsonNode)next);
        }
        else
        {
            list[list.IndexOf(known)] = next;
        }
    }

    private static JsonObject? Find(JsonObject status, string type) =>
        status.Objects("conditions").FirstOrDefault(condition => condition.Text("type") == type);
}
