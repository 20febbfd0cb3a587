using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>
/// What keeps an Application of Applications Progressing: its Progressing children and, under them, workloads that are not ready,
/// Services without a ready endpoint and the admission webhooks that call those. Degraded children are no part of it:
/// they end an operation, they do not hold it.
/// </summary>
public sealed record TriggerChain(ImmutableArray<Application> Children, ImmutableArray<Workload> Workloads, ImmutableArray<ObjectRef> Objects)
{
    /// <summary>The workload to name: one with nothing ready before one that lacks a part.</summary>
    public Workload? Main => Workloads.OrderBy(workload => workload.ReadyReplicas).ThenBy(workload => workload.Name, StringComparer.Ordinal).FirstOrDefault();

    public Application? ChildOf(Workload? workload) =>
        Children.FirstOrDefault(child => workload is not null && Managed(child).Contains(workload.Ref)) ?? Children.FirstOrDefault();

    public static TriggerChain Under(Application root, ClusterSnapshot snapshot)
    {
        var children = ImmutableArray.CreateBuilder<Application>();
        var seen = new HashSet<ObjectRef> { root.Ref };
        var open = new Queue<Application>([root]);
        while (open.TryDequeue(out var parent))
        {
            foreach (var child in snapshot.Applications.ChildrenOf(parent).Where(child => child.HealthStatus == "Progressing" && seen.Add(child.Ref)))
            {
                children.Add(child);
                open.Enqueue(child);
            }
        }

        var managed = children.SelectMany(Managed).Distinct().ToList();
        var workloads = managed.Select(snapshot.Find).OfType<Workload>().Where(workload => workload.ReadyReplicas < workload.Replicas).ToImmutableArray();
        var services = managed.Where(reference => reference.Kind == "Service" && snapshot.Pods.ReadyEndpoints(reference) == 0 && HasSelector(reference, snapshot)).ToHashSet();
        var webhooks = snapshot.All<WebhookConfiguration>()
            .Where(configuration => configuration.Webhooks.Any(webhook => services.Contains(new ObjectRef("Service", webhook.ServiceNamespace, webhook.ServiceName))))
            .Select(configuration => configuration.Ref);
        return new TriggerChain(children.ToImmutable(), workloads, [.. children.Select(child => child.Ref), .. workloads.Select(workload => workload.Ref), .. services, .. webhooks]);
    }

    private static bool HasSelector(ObjectRef service, ClusterSnapshot snapshot) => snapshot.Find(service) is Service { Selector.Count: > 0 };

    private static IEnumerable<ObjectRef> Managed(Application application) =>
        application.Resources.Select(resource => ManagedKinds.RefOf(resource.Group, resource.Kind, resource.Namespace, resource.Name));
}
