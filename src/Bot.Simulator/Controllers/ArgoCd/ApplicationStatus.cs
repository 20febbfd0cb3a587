using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>Writes what a comparison found into the status. Health of single resources is not kept there (<c>appTree</c>), as since Argo CD 3.0.</summary>
internal static class ApplicationStatus
{
    private const string ComparisonError = "ComparisonError";
    private const string SyncError = "SyncError";
    private const string SharedResource = "SharedResourceWarning";

    public static void Write(World world, JsonObject app, JsonObject source, Comparison comparison, string? syncError, bool full)
    {
        var status = app.Child("status");
        var failed = comparison.Error is not null;
        status["controllerNamespace"] = "argocd";
        status["resourceHealthSource"] = "appTree";
        status["sourceType"] = source.At("helm") is null ? "Directory" : "Helm";
        var sync = status.Child("sync");
        sync["status"] = failed ? "Unknown" : comparison.IsSynced ? "Synced" : "OutOfSync";
        sync["comparedTo"] = new JsonObject { ["destination"] = app.At("spec", "destination")?.DeepClone(), ["source"] = source.DeepClone() };
        if (comparison.Revision is { } revision)
        {
            sync["revision"] = revision;
        }

        if (!failed)
        {
            status["resources"] = new JsonArray([.. comparison.Resources.Select(Resource)]);
            status["summary"] = ApplicationSummary.Of(comparison);
            Health(world, app, comparison);
            SetSharedResources(world, app, comparison);
        }

        SetCondition(world, status, ComparisonError, failed ? [$"Failed to load target state: failed to generate manifest for source 1 of 1: {comparison.Error}"] : []);
        SetCondition(world, status, SyncError, syncError is null ? [] : [syncError]);
        if (full)
        {
            status["reconciledAt"] = world.Stamp;
        }
    }

    /// <summary>Sets the conditions of one type; one that says the same keeps its time.</summary>
    private static void SetCondition(World world, JsonObject status, string type, IReadOnlyList<string> messages)
    {
        var before = status["conditions"] as JsonArray ?? [];
        var after = new JsonArray([.. before.OfType<JsonObject>().Where(condition => condition.Text("type") != type).Select(static condition => condition.DeepClone())]);
        foreach (var message in messages)
        {
            var known = before.OfType<JsonObject>().FirstOrDefault(condition => condition.Text("type") == type && condition.Text("message") == message);
            after.Add((JsonNode)new JsonObject { ["lastTransitionTime"] = known.Text("lastTransitionTime") ?? world.Stamp, ["message"] = message, ["type"] = type });
        }

        if (after.Count == 0)
        {
            status.Remove("conditions");
        }
        else
        {
            status["conditions"] = after;
        }
    }

    private static JsonNode Resource(ResourceComparison resource)
    {
        var entry = new JsonObject { ["kind"] = resource.Kind, ["name"] = resource.Name, ["version"] = resource.Version, ["status"] = resource.Synced ? "Synced" : "OutOfSync" };
        if (resource.Group.Length > 0)
        {
            entry["group"] = resource.Group;
        }

        if (resource.Namespace.Length > 0)
        {
            entry["namespace"] = resource.Namespace;
        }

        if (resource.Wave != 0)
        {
            entry["syncWave"] = resource.Wave;
        }

        if (resource.RequiresPruning)
        {
            entry["requiresPruning"] = true;
        }

        if (resource.IsHook)
        {
            entry["hook"] = true;
            entry.Remove("status");
        }

        return entry;
    }

    /// <summary>The worst of the objects. The application's own object is left out; child Applications that are missing or unknown do not count.</summary>
    private static void Health(World world, JsonObject app, Comparison comparison)
    {
        var name = app.Text("metadata", "name") ?? "";
        var ns = app.Text("metadata", "namespace") ?? "";
        var health = ResourceHealth.Healthy;
        foreach (var resource in comparison.Resources.Where(resource => !resource.IsHook && !resource.Is(name, ns)))
        {
            var own = resource.Live is { } live ? ResourceHealth.Of(world, live) : ResourceHealth.Missing;
            if (own is null || (resource.Kind == "Application" && own is ResourceHealth.Missing or ResourceHealth.Unknown))
            {
                continue;
            }

            health = ResourceHealth.Worse(health, own);
        }

        var status = app.Child("status", "health");
        if (status.Text("status") != health)
        {
            status["status"] = health;
            status["lastTransitionTime"] = world.Stamp;
        }
    }

    private static void SetSharedResources(World world, JsonObject app, Comparison comparison)
    {
        var name = app.Text("metadata", "name");
        SetCondition(world, app.Child("status"), SharedResource, [.. comparison.Resources
            .Where(static resource => resource is { Target: not null, Live: not null })
            .Select(resource => (resource, Owner: Tracking.OwnerOf(resource.Live!)))
            .Where(pair => pair.Owner is not null && pair.Owner != name)
            .Select(pair => $"{pair.resource.Kind}/{pair.resource.Name} is part of applications argocd/{name} and {pair.Owner}")]);
    }
}
