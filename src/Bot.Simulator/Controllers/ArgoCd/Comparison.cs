using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>Git against cluster for one application at one revision.</summary>
internal sealed record Comparison(string? Revision, IReadOnlyList<ResourceComparison> Resources, string? Error)
{
    public bool IsSynced => Resources.All(static resource => resource.Synced || resource.IsHook || resource.IsIgnoredExtra);

    public static Comparison Make(World world, RepoServer repo, TrackedObjects tracked, StoredObject app, JsonObject source, string revision)
    {
        var rendered = repo.Generate(source, revision);
        if (rendered.Error is { } error)
        {
            return new Comparison(revision, [], error);
        }

        var resources = new List<ResourceComparison>();
        var seen = new HashSet<(string, string, string)>();
        foreach (var target in rendered.Manifests)
        {
            Complete(app, target);
            var live = world.Live(target);
            seen.Add((target.Text("kind") ?? "", target.Text("metadata", "namespace") ?? "", target.Text("metadata", "name") ?? ""));
            resources.Add(new ResourceComparison(target, live, live is not null && ManifestMatch.IsIn(target, live.Body)));
        }

        var extra = tracked.Of(app.Name)
            .Where(held => !seen.Contains((held.Kind.Kind, held.Namespace, held.Name)) && held.Body.Text("metadata", "annotations", Tracking.Hook) is null)
            .Select(static held => new ResourceComparison(null, held, Synced: false));
        return new Comparison(revision, [.. resources, .. extra], null);
    }

    /// <summary>What Argo CD adds to a manifest before it compares or applies it: namespace and tracking id.</summary>
    private static void Complete(StoredObject app, JsonObject target)
    {
        var kind = SimulatedKinds.Find(target.Text("apiVersion") ?? "", target.Text("kind") ?? "");
        if (kind?.Namespaced != false)
        {
            target.Child("metadata")["namespace"] ??= app.Body.Text("spec", "destination", "namespace");
        }
        else
        {
            target.Child("metadata").Remove("namespace");
        }

        target.Child("metadata", "annotations")[Tracking.Id] = Tracking.IdOf(
            app.Name, kind?.Group ?? "", target.Text("kind") ?? "", target.Text("metadata", "namespace") ?? "", target.Text("metadata", "name") ?? "");
    }
}
