using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>
/// Starts, carries on and ends the operation of an Application. While <c>operation</c> is set it works from the copy in the state where one is under
/// way, so a running operation stays at its revision; without a state it starts the requested one anew, whatever ran before.
/// </summary>
internal sealed class OperationRunner(World world, RepoServer repo, TrackedObjects tracked)
{
    private static readonly TimeSpan AfterOperation = TimeSpan.FromSeconds(1);

    public void Process(StoredObject app, ApplicationMemory memory)
    {
        if (app.Body["operation"] is not JsonObject operation)
        {
            return;
        }

        var state = app.Body.At("status", "operationState") is JsonObject known && known.Text("phase") is "Running" or "Terminating"
            ? (JsonObject)app.Body.At("status", "operationState")!.DeepClone()
            : Started(operation, memory);
        if (state.Text("phase") == "Running" && World.TimeAt(state, "finishedAt") is { } ended && !Retries(state, ended))
        {
            return;
        }

        if (!SyncWindows.Allow(world, app, manual: !state.Flag("operation", "initiatedBy", "automated")))
        {
            if (state.Text("phase") == "Running")
            {
                state["message"] = "Sync operation blocked by sync window";
            }

            Save(app, state, ended: false);
            return;
        }

        Advance(app, state, memory);
    }

    private JsonObject Started(JsonObject operation, ApplicationMemory memory)
    {
        memory.LastWave = null;
        return new JsonObject { ["operation"] = operation.DeepClone(), ["phase"] = "Running", ["startedAt"] = world.Stamp };
    }

    /// <summary>A failed attempt that may be repeated waits; when its time has come the state is emptied.</summary>
    private bool Retries(JsonObject state, DateTimeOffset ended)
    {
        var attempt = state.Number("retryCount") ?? 1;
        if (world.Now < ended + BackOff(attempt))
        {
            return false;
        }

        state.Remove("finishedAt");
        state.Remove("syncResult");
        state["message"] = $"Retrying operation. Attempt #{attempt}";
        return true;
    }

    private void Advance(StoredObject app, JsonObject state, ApplicationMemory memory)
    {
        var sync = state.At("operation", "sync") as JsonObject ?? [];
        var source = (JsonObject)(state.At("syncResult", "source") ?? sync["source"] ?? app.Body.At("spec", "source") ?? new JsonObject()).DeepClone();
        var pinned = state.Text("syncResult", "revision") ?? sync.Text("revision");
        var (revision, error) = string.IsNullOrEmpty(pinned) ? repo.Resolve(source) : (pinned, null);
        var comparison = revision is null ? null : Comparison.Make(world, repo, tracked, app, source, revision);
        if ((error ?? comparison?.Error) is { } failure)
        {
            End(app, state, memory, "Error", $"ComparisonError: Failed to load target state: failed to generate manifest for source 1 of 1: {failure}");
            return;
        }

        if (state.Text("phase") == "Terminating")
        {
            StopHooks(state);
            End(app, state, memory, "Failed", "Operation terminated");
            return;
        }

        var result = state.Child("syncResult");
        result["revision"] ??= revision;
        result["source"] ??= source;
        result["resources"] ??= new JsonArray();
        ManifestApplier.EnsureNamespace(world, app, sync);
        var (phase, message) = new SyncPass(world, comparison!, sync, result["resources"]!.AsArray(), memory).Run();
        if (phase == "Running")
        {
            state["message"] = message;
            Save(app, state, ended: false);
        }
        else
        {
            End(app, state, memory, phase, message);
        }
    }

    private void StopHooks(JsonObject state)
    {
        foreach (var hook in state.Objects("syncResult", "resources").Where(static entry => entry.Text("hookType") is not null && entry.Text("hookPhase") == "Running"))
        {
            hook["hookPhase"] = "Failed";
            hook["message"] = "Terminated";
            world.Store.Delete(SimulatedKinds.Job, hook.Text("namespace") ?? "", hook.Text("name") ?? "");
        }
    }

    private void End(StoredObject app, JsonObject state, ApplicationMemory memory, string phase, string message)
    {
        var terminated = state.Text("phase") == "Terminating";
        var limit = state.Number("operation", "retry", "limit") ?? 0;
        var tried = state.Number("retryCount") ?? 0;
        memory.LastWave = null;
        state["finishedAt"] = world.Stamp;
        if (phase is "Failed" or "Error" && !terminated && (limit < 0 || tried < limit))
        {
            state["retryCount"] = tried + 1;
            state["phase"] = "Running";
            var next = world.Now + BackOff(tried + 1);
            state["message"] = $"{message}. Retrying attempt #{tried + 1} at {next.ToString("h:mmtt", CultureInfo.InvariantCulture)}.";
            Save(app, state, ended: false);
            return;
        }

        state["phase"] = phase;
        state["message"] = tried > 0 && phase is "Failed" or "Error" && !terminated ? $"{message} (retried {tried} times)." : message;
        memory.AskGitAt = world.Now + AfterOperation;
        Save(app, state, ended: true);
    }

    private void Save(StoredObject app, JsonObject state, bool ended) => world.Update(app, body =>
    {
        var status = body.Child("status");
        if (state.Text("phase") == "Running" && status.Text("operationState", "phase") == "Terminating")
        {
            state["phase"] = "Terminating";
        }

        if (ended)
        {
            body.Remove("operation");
            if (state.Text("phase") == "Succeeded" && !state.Flag("operation", "sync", "dryRun") && state.At("operation", "sync", "resources") is null)
            {
                Remember(status, state);
            }
        }

        status["operationState"] = state.DeepClone();
    });

    private static void Remember(JsonObject status, JsonObject state)
    {
        var history = status["history"] as JsonArray ?? [];
        status["history"] = history;
        history.Add((JsonNode)new JsonObject
        {
            ["id"] = (history.LastOrDefault().Number("id") ?? -1) + 1,
            ["revision"] = state.Text("syncResult", "revision"),
            ["source"] = state.At("syncResult", "source")?.DeepClone(),
            ["deployStartedAt"] = state.Text("startedAt"),
            ["deployedAt"] = state.Text("finishedAt"),
            ["initiatedBy"] = state.At("operation", "initiatedBy")?.DeepClone(),
        });
        while (history.Count > 10)
        {
            history.RemoveAt(0);
        }
    }

    private static TimeSpan BackOff(long attempt)
    {
        var wait = TimeSpan.FromSeconds(5 * Math.Pow(2, Math.Min(attempt - 1, 10)));
        return wait < TimeSpan.FromMinutes(3) ? wait : TimeSpan.FromMinutes(3);
    }
}
