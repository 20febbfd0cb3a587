using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis;

/// <summary>
/// Says who suffers now, from what the snapshot shows and never from the rule alone.
/// What runs in <see cref="DiagnosisContext.SystemNamespaces"/> serves no people directly.
/// </summary>
internal sealed class ImpactAssessor(ClusterSnapshot snapshot, DiagnosisContext context)
{
    private static readonly string[] Runs = ["Pod", "Deployment", "StatefulSet", "DaemonSet", "Rollout", "ReplicaSet"];
    private static readonly string[] Serves = ["Service", "Ingress"];

    private readonly ProbeIndex probes = new(snapshot);

    public Impact Assess(Finding finding)
    {
        var worst = finding.BlocksDelivery ? Impact.Deployments : Impact.None;
        foreach (var reference in finding.Affected.Prepend(finding.TopOwner).Prepend(finding.Subject).Distinct())
        {
            var seen = Runs.Contains(reference.Kind) ? OfOwner(snapshot.Owners.TopOf(reference))
                : Serves.Contains(reference.Kind) ? OfTraffic(reference)
                : Impact.None;
            worst = seen > worst ? seen : worst;
        }

        return worst;
    }

    private Impact OfOwner(ObjectRef owner)
    {
        var pods = snapshot.Pods.OwnedBy(owner).Where(pod => !pod.IsFinished).ToList();
        var (ready, wanted) = snapshot.Find(owner) is Workload workload
            ? (workload.ReadyReplicas, workload.Replicas)
            : (pods.Count(pod => pod.IsReady), pods.Count);
        if (wanted == 0)
        {
            return snapshot.Find(owner) is Workload ? Impact.None : Impact.Unknown;
        }

        if (ready == 0)
        {
            return Stopped(owner);
        }

        // Pods that are not ready beside a full set of ready ones belong to a new version that cannot come up.
        return ServesPeople(owner.Namespace) && pods.SelectMany(snapshot.Pods.ServicesOf).Distinct().Any(IsDead) ? Impact.Users
            : ready < wanted ? Impact.Redundancy
            : pods.Any(pod => !pod.IsReady) ? Impact.Deployments
            : Impact.None;
    }

    private Impact Stopped(ObjectRef owner) =>
        owner.Namespace == context.ArgoCdNamespace ? Impact.Deployments
        : !ServesPeople(owner.Namespace) ? Impact.Unknown
        : owner.Kind == "Pod" && !HasDeadService(owner) ? Impact.Unknown
        : Impact.Users;

    private bool HasDeadService(ObjectRef pod) => snapshot.Find(pod) is Pod found && snapshot.Pods.ServicesOf(found).Any(IsDead);

    private Impact OfTraffic(ObjectRef reference)
    {
        if (!ServesPeople(reference.Namespace))
        {
            return Impact.Unknown;
        }

        var services = snapshot.Find(reference) switch
        {
            Service service => [service],
            Ingress ingress => ingress.Paths.Select(path => snapshot.Find<Service>("Service", ingress.Namespace, path.ServiceName)).OfType<Service>(),
            _ => Enumerable.Empty<Service>(),
        };
        return services.Any(IsDead) ? Impact.Users : Impact.None;
    }

    private bool IsDead(Service service) =>
        probes.Fails(service) || (service.Selector.Count > 0 && snapshot.Pods.ReadyEndpoints(service.Ref) == 0);

    private bool ServesPeople(string @namespace) => !context.SystemNamespaces.Contains(@namespace) && @namespace != context.ArgoCdNamespace;
}
