using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Testing.Builders;

/// <summary>
/// An automated Application of the project <c>wealist</c> that deploys into this cluster; Synced, Healthy, and its last operation
/// succeeded an hour ago, unless told otherwise.
/// </summary>
public sealed class TheApplication
{
    public const string RunningRevision = "a1b2c3d4e5f60718293a4b5c6d7e8f9012345678";
    public const string GitRevision = "9f8e7d6c5b4a39281706f5e4d3c2b1a098765432";

    private Application application;

    public TheApplication(string name = "wealist-apps-prod", string @namespace = "argocd", string destination = "argocd")
    {
        application = new Application
        {
            Metadata = TheMetadata.Of(@namespace, name),
            Project = "wealist",
            Sources = [new ApplicationSource("https://git.example/wealist.git", "k8s-deploy-prod", "k8s/argocd/apps/prod", "", "")],
            Destination = new ApplicationDestination("https://kubernetes.default.svc", "", destination),
            Automated = new AutomatedSync(Prune: true, SelfHeal: true, AllowEmpty: false, Enabled: true),
            SyncStatus = "Synced",
            SyncRevision = RunningRevision,
            HealthStatus = "Healthy",
            HealthSince = TheSnapshot.Now.AddHours(-2),
            ReconciledAt = TheSnapshot.Now.AddMinutes(-1),
            OperationState = new OperationState
            {
                Phase = "Succeeded",
                Message = "successfully synced (all tasks run)",
                StartedAt = TheSnapshot.Now.AddHours(-1),
                FinishedAt = TheSnapshot.Now.AddHours(-1).AddSeconds(6),
                SyncResult = new SyncResult(RunningRevision, [], []),
            },
        };
    }

    public TheApplication With(Func<Application, Application> change)
    {
        application = change(application);
        return this;
    }

    public TheApplication State(Func<OperationState, OperationState> change) => With(it => it with { OperationState = change(it.OperationState ?? new OperationState()) });

    /// <summary>An automated operation that runs since then and says this.</summary>
    public TheApplication Running(string message, TimeSpan since, string phase = "Running")
    {
        var operation = new RequestedOperation { HasSync = true, Revision = RunningRevision, Prune = true, Automated = true };
        return With(it => it with
        {
            Operation = operation,
            OperationState = new OperationState
            {
                Phase = phase,
                Message = message,
                StartedAt = TheSnapshot.Now - since,
                Operation = operation,
                SyncResult = it.OperationState?.SyncResult ?? new SyncResult(RunningRevision, [], []),
            },
        });
    }

    public TheApplication Health(string status) => With(it => it with { HealthStatus = status });

    /// <summary>Git moved on after the operation began.</summary>
    public TheApplication BehindGit() => With(it => it with { SyncStatus = "OutOfSync", SyncRevision = GitRevision });

    /// <summary>A managed resource of <c>status.resources</c>.</summary>
    public TheApplication Managing(string group, string kind, string name, string @namespace = "", Func<ApplicationResource, ApplicationResource>? change = null)
    {
        var resource = new ApplicationResource { Group = group, Kind = kind, Name = name, Namespace = @namespace, Status = "Synced" };
        return With(it => it with { Resources = it.Resources.Add(change?.Invoke(resource) ?? resource) });
    }

    public TheApplication ManagingApplications(params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Managing("argoproj.io", "Application", name, application.Namespace);
        }

        return this;
    }

    /// <summary>An entry of the sync result that the operation waits for (<c>hookPhase: Running</c>) unless changed.</summary>
    public TheApplication Syncing(string group, string kind, string name, string @namespace, Func<SyncedResource, SyncedResource>? change = null)
    {
        var entry = new SyncedResource { Group = group, Kind = kind, Name = name, Namespace = @namespace, Status = "Synced", HookPhase = "Running", SyncPhase = "Sync" };
        return State(it => it with
        {
            SyncResult = it.SyncResult is { } result
                ? result with { Resources = result.Resources.Add(change?.Invoke(entry) ?? entry) }
                : new SyncResult(RunningRevision, [], [change?.Invoke(entry) ?? entry]),
        });
    }

    public TheApplication Annotated(string key, string value) =>
        With(it => it with { Metadata = it.Metadata with { Annotations = StringMap.From([.. it.Metadata.Annotations, KeyValuePair.Create(key, value)]) } });

    public Application Build() => application;

    public static implicit operator Application(TheApplication builder) => builder.application;
}
