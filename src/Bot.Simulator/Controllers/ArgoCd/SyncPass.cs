using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>
/// One pass of the sync engine over the tasks of an operation. Order: phase, wave, kind, name; a wave is waited for only where there is more than one,
/// or a hook; the last wave without hooks counts as done as soon as it is applied.
/// </summary>
internal sealed class SyncPass(World world, Comparison comparison, JsonObject sync, JsonArray results, ApplicationMemory memory)
{
    private static readonly TimeSpan WavePause = TimeSpan.FromSeconds(2);
    private static readonly string[] Phases = ["PreSync", "Sync", "PostSync"];

    public (string Phase, string Message) Run()
    {
        var tasks = comparison.Resources.Where(IsChosen).OrderBy(PhaseOf).ThenBy(static task => task.Wave)
            .ThenBy(static task => task.Kind, StringComparer.Ordinal).ThenBy(static task => task.Name, StringComparer.Ordinal).ToList();
        LookAtRunning();
        var steps = tasks.Select(static task => (PhaseOf(task), task.Wave)).Distinct().Count();
        var running = results.OfType<JsonObject>().Where(entry => entry.Text("hookPhase") == "Running" && (steps > 1 || entry.Text("hookType") is not null)).ToList();
        if (running.Count > 0)
        {
            return ("Running", Waiting(running, running[0].Text("hookType") is null ? "healthy state of" : "completion of hook"));
        }

        var leaving = results.OfType<JsonObject>().Where(entry => entry.Text("status") == "Pruned" && IsLeaving(entry)).ToList();
        if (leaving.Count > 0)
        {
            return ("Running", Waiting(leaving, "deletion of"));
        }

        if (results.OfType<JsonObject>().Any(static entry => entry.Text("hookPhase") == "Failed"))
        {
            return ("Failed", "one or more synchronization tasks completed unsuccessfully");
        }

        var pending = tasks.Where(task => Entry(task) is null).ToList();
        if (pending.Count == 0)
        {
            return ("Succeeded", "successfully synced (no more tasks)");
        }

        return world.Now < memory.LastWave + WavePause ? ("Running", "one or more tasks are running") : RunWave(pending);
    }

    private (string Phase, string Message) RunWave(List<ResourceComparison> pending)
    {
        var step = (PhaseOf(pending[0]), pending[0].Wave);
        var wave = pending.Where(task => (PhaseOf(task), task.Wave) == step).ToList();
        var errors = wave.OrderByDescending(static task => task.RequiresPruning).Select(Carry).OfType<string>().ToList();
        memory.LastWave = world.Now;
        if (errors.Count > 0)
        {
            return ("Failed", $"one or more objects failed to apply, reason: {string.Join(",", errors.Distinct(StringComparer.Ordinal))}");
        }

        if (pending.Count == wave.Count && !wave.Any(static task => task.IsHook) && !results.OfType<JsonObject>().Any(IsLeaving))
        {
            return ("Succeeded", "successfully synced (all tasks run)");
        }

        LookAtRunning();
        var running = results.OfType<JsonObject>().Where(static entry => entry.Text("hookPhase") == "Running").ToList();
        return ("Running", running.Count > 0
            ? Waiting(running, running[0].Text("hookType") is null ? "healthy state of" : "completion of hook")
            : results.OfType<JsonObject>().Where(IsLeaving).ToList() is { Count: > 0 } leaving ? Waiting(leaving, "deletion of") : "one or more tasks are running");
    }

    /// <summary>Applies or prunes one resource and notes the result; the text of the error where it was refused.</summary>
    private string? Carry(ResourceComparison task)
    {
        string status;
        string message;
        var hookPhase = "Succeeded";
        if (sync.Flag("dryRun"))
        {
            (status, message) = ("Synced", "dry run");
        }
        else if (task.RequiresPruning)
        {
            (status, message) = ManifestApplier.Prune(world, task, sync.Flag("prune"));
        }
        else
        {
            var (failed, text) = ManifestApplier.Apply(world, task);
            (status, message, hookPhase) = (failed ? "SyncFailed" : "Synced", text, failed ? "Failed" : "Running");
        }

        var entry = new JsonObject
        {
            ["group"] = task.Group,
            ["version"] = task.Version,
            ["kind"] = task.Kind,
            ["namespace"] = task.Namespace,
            ["name"] = task.Name,
            ["status"] = status,
            ["message"] = message,
            ["hookPhase"] = hookPhase,
            ["syncPhase"] = Phases[PhaseOf(task)],
        };
        if (task.IsHook)
        {
            entry["hookType"] = Phases[PhaseOf(task)];
        }

        results.Add((JsonNode)entry);
        return status == "SyncFailed" ? message : null;
    }

    /// <summary>Healthy, or of a kind without health, is done; Degraded has failed; everything else is waited for.</summary>
    private void LookAtRunning()
    {
        foreach (var entry in results.OfType<JsonObject>().Where(static entry => entry.Text("hookPhase") == "Running"))
        {
            if (LiveOf(entry) is { } live)
            {
                entry["hookPhase"] = ResourceHealth.Of(world, live) switch
                {
                    null or ResourceHealth.Healthy => "Succeeded",
                    ResourceHealth.Degraded => "Failed",
                    _ => "Running",
                };
            }
        }
    }

    private bool IsLeaving(JsonObject entry) => entry.Text("status") == "Pruned" && LiveOf(entry) is not null;

    private StoredObject? LiveOf(JsonObject entry)
    {
        var group = entry.Text("group") ?? "";
        var version = entry.Text("version") ?? "";
        return SimulatedKinds.Find(group.Length == 0 ? version : $"{group}/{version}", entry.Text("kind") ?? "") is { } kind
            ? world.Store.Get(kind, entry.Text("namespace") ?? "", entry.Text("name") ?? "")
            : null;
    }

    private JsonObject? Entry(ResourceComparison task) => results.OfType<JsonObject>().FirstOrDefault(entry =>
        entry.Text("kind") == task.Kind && entry.Text("group") == task.Group && entry.Text("namespace") == task.Namespace && entry.Text("name") == task.Name);

    private bool IsChosen(ResourceComparison task) => sync["resources"] is not JsonArray { Count: > 0 } chosen
        || (!task.IsHook && chosen.OfType<JsonObject>().Any(entry => entry.Text("kind") == task.Kind && entry.Text("name") == task.Name
            && (entry.Text("group") ?? "") == task.Group && (entry.Text("namespace") ?? task.Namespace) == task.Namespace));

    private static int PhaseOf(ResourceComparison task) => task.Target.Text("metadata", "annotations", Tracking.Hook) switch
    {
        "PreSync" => 0,
        "PostSync" => 2,
        _ => 1,
    };

    private static string Waiting(List<JsonObject> entries, string what)
    {
        var first = entries[0];
        var others = entries.Count - 1;
        var more = others == 0 ? "" : $" and {others} more {(first.Text("hookType") is null ? "resources" : "hooks")}";
        return $"waiting for {what} {first.Text("group")}/{first.Text("kind")}/{first.Text("name")}{more}";
    }
}
