using System.Text.Json.Nodes;
using Bot.Core.Clusters;
using Bot.Core.Remediation.Goals;
using Bot.Core.Texts;

namespace Bot.Core.Remediation.Actions;

/// <summary>Starts a sync of the revision that Git has now, without prune, with the options and the retry of the Application's own policy.</summary>
public sealed class SyncApplicationAction : IRemediationAction
{
    public string Id => ActionIds.Sync;

    public PlanProposal Propose(PlanRequest request)
    {
        if (request.Snapshot.Find(request.Target) is not Application app)
        {
            return PlanProposal.Refused(new TextKey("remediation.refused.no-application").With("app", request.Target.Name));
        }

        if (Obstacle(app, request) is { } obstacle)
        {
            return PlanProposal.Refused(obstacle);
        }

        var goal = new ApplicationGoal(app.Namespace, app.Name) { EarlierStart = app.OperationState?.StartedAt, StartsSync = true };
        var plan = ApplicationPlan.Of(request, app, Id, [Step(app)], goal);
        return PlanProposal.Of(app.Resources.Any(resource => resource.RequiresPruning)
            ? plan with { Cautions = plan.Cautions.Add(new TextKey("remediation.caution.not-pruned").With("count", app.Resources.Count(resource => resource.RequiresPruning))) }
            : plan);
    }

    private static TextKey? Obstacle(Application app, PlanRequest request)
    {
        if (app.IsBeingDeleted)
        {
            return new TextKey("remediation.sync.deleting").With("app", app.Name);
        }

        // A state that still runs would bring its own old operation back to life.
        if (app.Operation is not null || app.OperationState is { IsCompleted: false, Phase.Length: > 0 })
        {
            return new TextKey("remediation.sync.running").With("app", app.Name);
        }

        if (app.ConditionOf("ComparisonError") is { } error)
        {
            return new TextKey("remediation.sync.comparison-error").With("app", app.Name).With("message", error.Message);
        }

        var gate = SyncWindowGate.Of(app, request, manual: true);
        return gate.IsOpen ? null
            : gate.OpensAt is { } opening ? new TextKey("remediation.sync.window-until").With("app", app.Name).With("until", opening)
            : new TextKey("remediation.sync.window").With("app", app.Name);
    }

    private static PlanStep Step(Application app)
    {
        var operation = Operation(app).ToJsonString();
        var patch = new ApplicationPatch(app).Test("/operation", value: null);
        if (app.SyncRevision.Length > 0)
        {
            patch.Test("/status/sync/revision", ApplicationPatch.Json(app.SyncRevision));
        }

        patch.Set("/operation", before: null, operation);
        if (app.OperationState is { } state)
        {
            patch.Test("/status/operationState/phase", ApplicationPatch.Json(state.Phase)).Remove("/status/operationState", $"{{\"phase\":{ApplicationPatch.Json(state.Phase)}…}}");
        }

        var started = new FieldExpectation("/status/operationState/startedAt", []) { NoneOf = app.OperationState?.StartedAt is { } earlier ? [ApplicationPatch.Json(earlier)] : ["\"\""] };
        return patch.ToStep(ActionIds.Sync, new TextKey("remediation.step.sync").With("app", app.Name).With("revision", OperationFacts.Short(OperationFacts.GitRevision(app))), TimeSpan.FromMinutes(1), started);
    }

    private static JsonObject Operation(Application app)
    {
        var sync = new JsonObject { ["prune"] = false, ["syncStrategy"] = new JsonObject { ["hook"] = new JsonObject() } };
        if (app.SyncRevision.Length > 0)
        {
            sync["revision"] = app.SyncRevision;
        }

        if (!app.SyncOptions.IsEmpty)
        {
            sync["syncOptions"] = new JsonArray([.. app.SyncOptions.Select(option => JsonValue.Create(option))]);
        }

        var operation = new JsonObject { ["initiatedBy"] = new JsonObject { ["username"] = "gitops-bot" }, ["sync"] = sync };
        if (app.Retry is { } retry)
        {
            operation["retry"] = RetryOf(retry);
        }

        return operation;
    }

    private static JsonObject RetryOf(SyncRetry retry)
    {
        var backoff = new JsonObject();
        if (retry.BackoffDuration.Length > 0)
        {
            backoff["duration"] = retry.BackoffDuration;
        }

        if (retry.BackoffFactor > 0)
        {
            backoff["factor"] = retry.BackoffFactor;
        }

        if (retry.BackoffMaxDuration.Length > 0)
        {
            backoff["maxDuration"] = retry.BackoffMaxDuration;
        }

        var copied = new JsonObject { ["limit"] = retry.Limit };
        if (backoff.Count > 0)
        {
            copied["backoff"] = backoff;
        }

        if (retry.Refresh)
        {
            copied["refresh"] = true;
        }

        return copied;
    }
}
