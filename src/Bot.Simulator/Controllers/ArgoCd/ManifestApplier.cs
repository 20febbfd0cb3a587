using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>Applies manifests and prunes objects as the sync of Argo CD does; admission webhooks without endpoints refuse.</summary>
internal static class ManifestApplier
{
    /// <summary>The text for the sync result; <c>Failed</c> says that the API server refused.</summary>
    public static (bool Failed, string Message) Apply(World world, ResourceComparison resource)
    {
        var target = resource.Target!;
        if (world.KindOf(target) is not { } kind)
        {
            return (true, $"The Kubernetes API could not find {resource.Group}/{resource.Kind} for requested resource {resource.Namespace}/{resource.Name}. "
                + $"Make sure the \"{resource.Kind}\" CRD is installed on the destination cluster.");
        }

        var title = $"{kind.Singular}{(kind.Group.Length == 0 ? "" : "." + kind.Group)}/{resource.Name}";
        var live = world.Store.Get(kind, kind.Namespaced ? resource.Namespace : "", resource.Name);
        if (live is not null && ManifestMatch.IsIn(target, live.Body))
        {
            return (false, $"{title} unchanged");
        }

        if (Admission.Refusal(world, kind) is { } refusal)
        {
            return (true, refusal);
        }

        var result = live is null
            ? world.Store.Create(kind, kind.Namespaced ? resource.Namespace : "", target)
            : world.Store.Update(kind, live.Namespace, live.Name, body => ManifestMatch.LayOver(target, body));
        return result.Succeeded ? (false, $"{title} {(live is null ? "created" : "configured")}") : (true, result.Failure.Message);
    }

    /// <summary>Deletes an object that Git no longer has, unless its options or the operation forbid it.</summary>
    public static (string Status, string Message) Prune(World world, ResourceComparison resource, bool allowed)
    {
        if (!allowed)
        {
            return ("PruneSkipped", "ignored (requires pruning)");
        }

        if (Tracking.Has(resource.Live!.Body, Tracking.SyncOptions, "Prune=false"))
        {
            return ("PruneSkipped", "ignored (no prune)");
        }

        world.Store.Delete(resource.Live.Kind, resource.Live.Namespace, resource.Live.Name);
        return ("Pruned", "pruned");
    }

    /// <summary>Makes the destination namespace where the sync options ask for it.</summary>
    public static void EnsureNamespace(World world, StoredObject app, JsonObject sync)
    {
        var name = app.Body.Text("spec", "destination", "namespace") ?? "";
        if (name.Length > 0 && sync.Texts("syncOptions").Contains("CreateNamespace=true", StringComparer.Ordinal)
            && world.Store.Get(SimulatedKinds.Namespace, "", name) is null)
        {
            world.Store.Create(SimulatedKinds.Namespace, "", new JsonObject { ["metadata"] = new JsonObject { ["name"] = name } });
        }
    }
}
