using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>Decides after a comparison whether a sync starts by itself.</summary>
internal sealed class AutoSync(World world)
{
    private static readonly TimeSpan FirstHeal = TimeSpan.FromSeconds(2);

    public AutoSyncDecision Decide(StoredObject app, JsonObject source, Comparison comparison, ApplicationMemory memory)
    {
        var automated = app.Body.At("spec", "syncPolicy", "automated") as JsonObject;
        if (automated is null || (automated["enabled"] is { } enabled && !enabled.GetValue<bool>()) || app.Body.ContainsKey("operation")
            || World.IsDeleting(app.Body) || comparison.IsSynced)
        {
            return AutoSyncDecision.None;
        }

        var prune = automated.Flag("prune");
        var open = comparison.Resources.Where(static resource => !resource.Synced && !resource.IsHook).ToList();
        if (!prune && open.All(static resource => resource.RequiresPruning))
        {
            return AutoSyncDecision.None;
        }

        if (Attempted(app, source, comparison.Revision))
        {
            return AfterAttempt(app, source, comparison, memory, open);
        }

        if (prune && !automated.Flag("allowEmpty") && comparison.Resources.All(static resource => resource.RequiresPruning))
        {
            return new AutoSyncDecision(null, $"Skipping sync attempt to [{comparison.Revision}]: auto-sync will wipe out all resources");
        }

        if (!SyncWindows.Allow(world, app, manual: false))
        {
            return AutoSyncDecision.None;
        }

        memory.SelfHeals = default;
        return new AutoSyncDecision(Operation(app, source, comparison.Revision, prune), null);
    }

    /// <summary>The same commit and source ran before: a failure stays a failure; after a success only drift in the cluster is healed.</summary>
    private AutoSyncDecision AfterAttempt(StoredObject app, JsonObject source, Comparison comparison, ApplicationMemory memory, List<ResourceComparison> open)
    {
        var state = app.Body.At("status", "operationState");
        if (state.Text("phase") != "Succeeded")
        {
            return new AutoSyncDecision(null, $"Failed last sync attempt to [{comparison.Revision}]: {state.Text("message")}");
        }

        var drifted = open.Where(static resource => !resource.RequiresPruning).ToList();
        if (!app.Body.Flag("spec", "syncPolicy", "automated", "selfHeal") || drifted.Count == 0)
        {
            return AutoSyncDecision.None;
        }

        var (count, at) = memory.SelfHeals;
        var wait = TimeSpan.FromSeconds(Math.Min(300, FirstHeal.TotalSeconds * Math.Pow(3, Math.Max(0, count - 1))));
        if (count > 0 && world.Now < at + wait)
        {
            memory.Touched = true;
            return AutoSyncDecision.None;
        }

        memory.SelfHeals = (world.Now - at > TimeSpan.FromMinutes(10) ? 1 : count + 1, world.Now);
        var operation = Operation(app, source, comparison.Revision, prune: false);
        operation.Child("sync")["autoHealAttemptsCount"] = memory.SelfHeals.Count;
        operation.Child("sync")["resources"] = new JsonArray([.. drifted.Select(static resource => (JsonNode)new JsonObject
        {
            ["group"] = resource.Group,
            ["kind"] = resource.Kind,
            ["name"] = resource.Name,
            ["namespace"] = resource.Namespace,
        })]);
        return new AutoSyncDecision(operation, null);
    }

    private static bool Attempted(StoredObject app, JsonObject source, string? revision) =>
        app.Body.At("status", "operationState", "syncResult") is { } result
        && result.Text("revision") == revision
        && JsonNode.DeepEquals(result.At("source"), source);

    private static JsonObject Operation(StoredObject app, JsonObject source, string? revision, bool prune)
    {
        var sync = new JsonObject { ["revision"] = revision, ["source"] = source.DeepClone() };
        if (prune)
        {
            sync["prune"] = true;
        }

        if (app.Body.At("spec", "syncPolicy", "syncOptions") is { } options)
        {
            sync["syncOptions"] = options.DeepClone();
        }

        return new JsonObject
        {
            ["initiatedBy"] = new JsonObject { ["automated"] = true },
            ["retry"] = app.Body.At("spec", "syncPolicy", "retry")?.DeepClone() ?? new JsonObject { ["limit"] = 5 },
            ["sync"] = sync,
        };
    }
}
