using System.Collections.Frozen;
using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Rules.Pods;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>One component of Argo CD itself: its workload, its pods and what is wrong with them.</summary>
internal sealed record ArgoCdComponent(Workload Workload, ClusterSnapshot Snapshot, DiagnosisContext Context)
{
    public const string RepoServer = "argocd-repo-server";
    public const string Controller = "argocd-application-controller";
    public const string Server = "argocd-server";
    public const string Dex = "argocd-dex-server";
    public const string ApplicationSets = "argocd-applicationset-controller";
    public const string Notifications = "argocd-notifications-controller";

    private static readonly FrozenSet<string> Redis = FrozenSet.ToFrozenSet(["argocd-redis", "argocd-redis-ha", "argocd-redis-ha-haproxy", "argocd-redis-ha-server", "argocd-redis-master", "redis-ha-haproxy"]);
    private static readonly string[] BesideDelivery = [Dex, ApplicationSets, Notifications];

    public ObjectRef Ref => Workload.Ref;

    /// <summary>Pods are wanted and none is ready.</summary>
    public bool IsDown => Workload is { Replicas: > 0, ReadyReplicas: 0 };

    /// <summary>Newest first.</summary>
    public ImmutableArray<Pod> Pods => [.. Snapshot.Pods.OwnedBy(Workload.Ref).OrderByDescending(pod => pod.Metadata.CreatedAt)];

    public Evidence ReadyEvidence => new(Workload.Ref, "status.readyReplicas", $"{Workload.ReadyReplicas}/{Workload.Replicas}");

    /// <summary>Since when nothing of it is ready: by its own condition, else by the pod that was the last to fail.</summary>
    public DateTimeOffset? DownSince =>
        Workload.ConditionOf("Available") is { IsFalse: true, LastTransitionAt: { } since } ? since
        : Pods.Where(pod => !pod.IsFinished).Select(pod => pod.ConditionOf("Ready")?.LastTransitionAt ?? pod.StartedAt ?? pod.Metadata.CreatedAt).Max();

    /// <summary>The component by its standard label, or by the end of its name.</summary>
    public static ArgoCdComponent? Find(string name, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var ending = EndingOf(name);
        return Of(workload => workload.Metadata.Labels["app.kubernetes.io/name"] == name || workload.Name.EndsWith(ending, StringComparison.Ordinal), snapshot, context).FirstOrDefault();
    }

    /// <summary>The workload of the component, as something to point to; none where it was not read.</summary>
    public static ImmutableArray<ObjectRef> RefOf(string name, ClusterSnapshot snapshot, DiagnosisContext context) =>
        Find(name, snapshot, context) is { } found ? [found.Ref] : [];

    /// <summary>Redis has many shapes (single, high availability behind a proxy); the one that is down is meant before one that is not.</summary>
    public static ArgoCdComponent? FindRedis(ClusterSnapshot snapshot, DiagnosisContext context) =>
        Of(workload => Redis.Contains(workload.Metadata.Labels["app.kubernetes.io/name"] ?? "") || Redis.Contains(workload.Name), snapshot, context)
            .OrderByDescending(component => component.IsDown)
            .ThenBy(component => component.Ref.ToString(), StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>True for a component without which Applications are still delivered. Without the server nobody syncs by hand, so it is not one of them.</summary>
    public static bool IsBesideDelivery(string workload) => Array.Exists(BesideDelivery, name => workload.EndsWith(EndingOf(name), StringComparison.Ordinal));

    /// <summary>The first pod that says why it is not ready: <c>oom</c>, <c>down</c>, or empty when none says so.</summary>
    public (string Variant, Evidence? Fault, ContainerStatus? Container) Fault() => FaultOf(Pods, Context);

    /// <inheritdoc cref="Fault"/>
    public static (string Variant, Evidence? Fault, ContainerStatus? Container) FaultOf(IEnumerable<Pod> pods, DiagnosisContext context)
    {
        foreach (var pod in pods)
        {
            foreach (var status in pod.Statuses)
            {
                if (OomRule.KilledBy(status, context) is { } kill)
                {
                    return ("oom", new Evidence(pod.Ref, ContainerPaths.Status(status, "lastState.terminated.reason"), kill.Reason) { At = kill.FinishedAt }, status);
                }

                if (status.State is { Phase: ContainerPhase.Waiting } state && state.Reason is not ("ContainerCreating" or "PodInitializing"))
                {
                    return ("down", new Evidence(pod.Ref, ContainerPaths.Status(status, "state.waiting.reason"), state.Reason), status);
                }
            }
        }

        return ("", null, null);
    }

    // The server alone has a name whose end other components share.
    private static string EndingOf(string name) => name == Server ? name : name["argocd-".Length..];

    private static IEnumerable<ArgoCdComponent> Of(Func<Workload, bool> isIt, ClusterSnapshot snapshot, DiagnosisContext context) =>
        snapshot.All<Deployment>().Cast<Workload>().Concat(snapshot.All<StatefulSet>())
            .Where(workload => workload.Namespace == context.ArgoCdNamespace && isIt(workload))
            .Select(workload => new ArgoCdComponent(workload, snapshot, context));
}
