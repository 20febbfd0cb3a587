using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>Health of one live object by Argo CD's own checks; null for kinds that have none.</summary>
internal static class ResourceHealth
{
    public const string Healthy = "Healthy";
    public const string Suspended = "Suspended";
    public const string Progressing = "Progressing";
    public const string Missing = "Missing";
    public const string Degraded = "Degraded";
    public const string Unknown = "Unknown";

    /// <summary>From best to worst; an application is as its worst object.</summary>
    private static readonly string[] Order = [Healthy, Suspended, Progressing, Missing, Degraded, Unknown];

    public static string Worse(string left, string right) => Array.IndexOf(Order, left) >= Array.IndexOf(Order, right) ? left : right;

    /// <summary>An Application has health only where argocd-cm holds the script for it.</summary>
    public static string? Of(World world, StoredObject held)
    {
        if (World.IsDeleting(held.Body))
        {
            return Progressing;
        }

        return held.Kind.Kind switch
        {
            "Deployment" => OfDeployment(held.Body),
            "StatefulSet" => Reached(held.Body, held.Body.Number("status", "readyReplicas"), held.Body.Number("spec", "replicas") ?? 1),
            "DaemonSet" => Reached(held.Body, held.Body.Number("status", "numberAvailable"), held.Body.Number("status", "desiredNumberScheduled") ?? 0),
            "ReplicaSet" => Reached(held.Body, held.Body.Number("status", "availableReplicas"), held.Body.Number("spec", "replicas") ?? 1),
            "Service" => held.Body.Text("spec", "type") == "LoadBalancer" ? Addressed(held.Body) : Healthy,
            "Ingress" => Addressed(held.Body),
            "PersistentVolumeClaim" => held.Body.Text("status", "phase") switch { "Bound" => Healthy, "Lost" => Degraded, _ => Progressing },
            "Job" => Condition(held.Body, "Failed") == "True" ? Degraded : Condition(held.Body, "Complete") == "True" ? Healthy
                : held.Body.Flag("spec", "suspend") ? Suspended : Progressing,
            "HorizontalPodAutoscaler" => held.Body.At("status", "conditions") is null ? Progressing : Healthy,
            "ExternalSecret" or "ClusterSecretStore" or "SecretStore" => Condition(held.Body, "Ready") switch { "True" => Healthy, "False" => Degraded, _ => Progressing },
            "Application" => HasApplicationCheck(world) ? held.Body.Text("status", "health", "status") ?? Progressing : null,
            _ => null,
        };
    }

    private static bool HasApplicationCheck(World world) => world.Store.Get(SimulatedKinds.ConfigMap, "argocd", "argocd-cm")?.Body
        .Text("data", "resource.customizations.health.argoproj.io_Application") is { Length: > 0 };

    private static string OfDeployment(JsonObject body)
    {
        if (body.Flag("spec", "paused"))
        {
            return Suspended;
        }

        if (!IsObserved(body))
        {
            return Progressing;
        }

        if (body.Objects("status", "conditions").Any(static condition => condition.Text("reason") == "ProgressDeadlineExceeded"))
        {
            return Degraded;
        }

        var updated = body.Number("status", "updatedReplicas") ?? 0;
        var settled = updated >= (body.Number("spec", "replicas") ?? 1)
            && (body.Number("status", "replicas") ?? 0) <= updated
            && (body.Number("status", "availableReplicas") ?? 0) >= updated;
        return settled ? Healthy : Progressing;
    }

    private static string Reached(JsonObject body, long? ready, long wanted) => IsObserved(body) && (ready ?? 0) >= wanted ? Healthy : Progressing;

    private static bool IsObserved(JsonObject body) => (body.Number("status", "observedGeneration") ?? 0) >= (body.Number("metadata", "generation") ?? 0);

    private static string Addressed(JsonObject body) => body.At("status", "loadBalancer", "ingress") is JsonArray { Count: > 0 } ? Healthy : Progressing;

    private static string? Condition(JsonObject body, string type) =>
        body.Objects("status", "conditions").FirstOrDefault(condition => condition.Text("type") == type).Text("status");
}
