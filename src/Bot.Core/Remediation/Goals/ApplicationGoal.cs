using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Remediation.Actions;
using Bot.Core.Texts;

namespace Bot.Core.Remediation.Goals;

/// <summary>
/// Deliveries flow again: the last operation succeeded at the newest revision, the Application is Synced, every Application it lists
/// exists, is Synced and Healthy, and their Services have ready endpoints. That the old operation is gone is not enough.
/// </summary>
public sealed record ApplicationGoal(string Namespace, string Name) : PlanGoal
{
    private const int Named = 3;

    /// <summary>The start of the operation that the plan found: another one must come after it.</summary>
    public DateTimeOffset? EarlierStart { get; init; }

    /// <summary>The revision of that operation; empty when unknown.</summary>
    public string PinnedRevision { get; init; } = "";

    /// <summary>True when the plan itself starts the sync, so that nobody has to wait for auto-sync.</summary>
    public bool StartsSync { get; init; }

    public override GoalState Judge(ClusterSnapshot before, ClusterSnapshot now)
    {
        var reference = new ObjectRef("Application", Namespace, Name);
        if (now.Find(reference) is not Application app)
        {
            return now.PresenceOf(reference) == Presence.Absent ? OutOfReach(Text("gone")) : Pending(Text("blind"));
        }

        return JudgeOperation(app) ?? JudgeSync(app) ?? JudgeChildren(app, now) ?? JudgeEndpoints(app, now) ?? new GoalState(GoalProgress.Reached);
    }

    private GoalState? JudgeOperation(Application app)
    {
        if (app.OperationState is { Phase.Length: > 0, IsCompleted: false } running)
        {
            return Pending(running.Message.Contains($"argoproj.io/Application/{Name}", StringComparison.Ordinal) && running.StartedAt != EarlierStart
                ? Text("waits-for-itself")
                : Text("running").With("revision", OperationFacts.Short(OperationFacts.PinnedRevision(app))));
        }

        if (app.Operation is not null)
        {
            return Pending(Text("starting"));
        }

        if (app.OperationState is not { Phase.Length: > 0 } ended)
        {
            return app.SyncStatus == "Synced" && !StartsSync ? null : NoSyncYet(app);
        }

        if (EarlierStart is not null && ended.StartedAt == EarlierStart)
        {
            return NoSyncYet(app);
        }

        return ended.Phase == "Succeeded" ? null : OutOfReach(Text("sync-failed").With("message", ended.Message));
    }

    private GoalState NoSyncYet(Application app)
    {
        if (StartsSync)
        {
            return Pending(Text("starting"));
        }

        if (!app.IsAutomated)
        {
            return OutOfReach(Text("needs-sync"));
        }

        // Only a comparison that was made after the operation had ended can tell that Git has nothing newer.
        var git = OperationFacts.GitRevision(app);
        var compared = app.OperationState?.FinishedAt is { } finished && app.ReconciledAt > finished && !app.Metadata.Annotations.Contains(ApplicationPatch.RefreshAnnotation);
        return compared && PinnedRevision.Length > 0 && git == PinnedRevision
            ? OutOfReach(Text("git-unmoved").With("revision", OperationFacts.Short(git)))
            : Pending(Text("awaiting-sync"));
    }

    private GoalState? JudgeSync(Application app)
    {
        var synced = OperationFacts.PinnedRevision(app);
        var git = OperationFacts.GitRevision(app);
        if (synced.Length > 0 && git.Length > 0 && synced != git)
        {
            return Pending(Text("behind").With("revision", OperationFacts.Short(git)));
        }

        return app.SyncStatus == "Synced" ? null : Pending(Text("out-of-sync").With("status", app.SyncStatus.Length > 0 ? app.SyncStatus : "Unknown"));
    }

    private GoalState? JudgeChildren(Application app, ClusterSnapshot now)
    {
        var children = Children(app).ToImmutableArray();
        if (children.IsEmpty)
        {
            return app.HealthStatus is "Healthy" or "Suspended" ? null : Pending(Text("health").With("status", app.HealthStatus.Length > 0 ? app.HealthStatus : "Unknown"));
        }

        var waiting = children.Where(child => now.Find(child) is not Application { SyncStatus: "Synced", HealthStatus: "Healthy" }).ToArray();
        return waiting.Length == 0 ? null : Pending(Text("children").With("count", waiting.Length).With("total", children.Length).With("names", List(waiting)));
    }

    private GoalState? JudgeEndpoints(Application app, ClusterSnapshot now)
    {
        if (!now.IsRead("EndpointSlice"))
        {
            return null;
        }

        var slices = now.All<EndpointSlice>().ToLookup(slice => (slice.Namespace, slice.ServiceName));
        var waiting = Children(app).Select(now.Find).OfType<Application>().Append(app)
            .SelectMany(managed => managed.Resources)
            .Where(resource => resource is { Kind: "Service", Group: "" })
            .Select(resource => now.Find<Service>("Service", resource.Namespace, resource.Name))
            .OfType<Service>()
            .Where(service => service.Selector.Count > 0 && !slices[(service.Namespace, service.Name)].Any(slice => slice.Endpoints.Any(endpoint => endpoint.Ready)))
            .Select(service => service.Ref)
            .Distinct()
            .ToArray();
        return waiting.Length == 0 ? null : Pending(Text("endpoints").With("count", waiting.Length).With("names", List(waiting)));
    }

    private static IEnumerable<ObjectRef> Children(Application app) => app.Resources
        .Where(resource => resource is { Kind: "Application", Group: "argoproj.io" or "" } && !OperationFacts.IsSelf(app, resource))
        .Select(resource => new ObjectRef("Application", resource.Namespace.Length > 0 ? resource.Namespace : app.Namespace, resource.Name));

    private static string List(ObjectRef[] references) =>
        string.Join(", ", references.Select(reference => reference.Name).Order(StringComparer.Ordinal).Take(Named)) + (references.Length > Named ? " …" : "");

    private static GoalState Pending(TextKey detail) => new(GoalProgress.Pending, detail);

    private static GoalState OutOfReach(TextKey detail) => new(GoalProgress.OutOfReach, detail);

    private TextKey Text(string slug) => new TextKey($"remediation.goal.{slug}").With("app", Name);
}
