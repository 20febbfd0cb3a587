using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Workloads;

/// <summary>Which Jobs are hooks of a sync, and of which Application: by what its operation lists, else by annotations and the tracking id.</summary>
internal sealed class JobHooks(ClusterSnapshot snapshot)
{
    private readonly Lazy<ILookup<ObjectRef, Application>> listed = new(() => snapshot.All<Application>()
        .SelectMany(app => (app.OperationState?.SyncResult?.Resources ?? [])
            .Where(entry => entry.HookType.Length > 0)
            .Select(entry => (Hook: ManagedKinds.RefOf(entry.Group, entry.Kind, entry.Namespace, entry.Name), App: app)))
        .ToLookup(pair => pair.Hook, pair => pair.App));

    private readonly Lazy<ILookup<string, Application>> byName = new(() => snapshot.All<Application>().ToLookup(app => app.Name));

    public bool IsHook(Job job) =>
        job.Metadata.Annotations.Contains("argocd.argoproj.io/hook")
        || listed.Value.Contains(job.Ref)
        || (job.Metadata.Annotations.Contains("helm.sh/hook") && ApplicationOf(job) is not null);

    public Application? ApplicationOf(Job job) =>
        listed.Value[job.Ref].FirstOrDefault()
        ?? byName.Value[(job.Metadata.Annotations["argocd.argoproj.io/tracking-id"] ?? "").Split(':')[0]].FirstOrDefault()
        ?? byName.Value[job.Metadata.Labels["app.kubernetes.io/instance"] ?? ""].FirstOrDefault();
}
