using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis;

/// <summary>
/// Says who suffers now, from what the snapshot shows and never from the rule alone.
/// What runs in <see cref="DiagnosisContext.SystemNamespaces"/> serves no people directly.
/// </summary>
internal sealed class ImpactAssessor
{
    private static readonly string[] Runs = ["Pod", "Deployment", "StatefulSet", "DaemonSet", "Rollout", "ReplicaSet"];
    private static readonly string[] HookAnnotations = ["argocd.argoproj.io/hook", "helm.sh/hook"];

    private readonly ClusterSnapshot snapshot;
    private readonly DiagnosisContext context;
    private readonly TrafficPaths paths;
    private readonly ProbeIndex probes;
    private readonly Sufferers sufferers;
    private readonly Dictionary<ObjectRef, Impact> owners = [];
    private readonly Dictionary<ObjectRef, bool> dead = [];

    public ImpactAssessor(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        this.snapshot = snapshot;
        this.context = context;
        paths = new TrafficPaths(snapshot);
        probes = new ProbeIndex(snapshot, paths);
        sufferers = new Sufferers(snapshot);
    }

    public Impact Assess(Finding finding)
    {
        var worst = finding.BlocksDelivery ? Impact.Deployments : Impact.None;
        foreach (var reference in finding.Affected.Prepend(finding.TopOwner).Prepend(finding.Subject).Distinct())
        {
            var seen = Of(reference, isSubject: reference == finding.Subject);
            worst = seen > worst ? seen : worst;
        }

        return worst;
    }

    private Impact Of(ObjectRef reference, bool isSubject) =>
        Runs.Contains(reference.Kind) ? OfOwner(snapshot.Owners.TopOf(reference))
        : TrafficPaths.Kinds.Contains(reference.Kind) ? OfTraffic(reference, isSubject)
        : sufferers.Of(reference) is { } needing ? needing.Select(OfOwner).DefaultIfEmpty(Impact.None).Max()
        : snapshot.Find(reference) switch
        {
            Job job when Array.Exists(HookAnnotations, job.Metadata.Annotations.Contains) => Impact.Deployments,
            WebhookConfiguration webhooks when webhooks.Webhooks.Any(IsRefusing) => Impact.Deployments,
            ApiService api when api.Conditions.Any(condition => condition is { Type: "Available", Status: not "True" }) => Impact.Unknown,
            Certificate certificate => OfCertificate(certificate),
            null when reference.Kind == "Cluster" => Impact.Unknown,
            _ => Impact.None,
        };

    private Impact OfOwner(ObjectRef owner)
    {
        if (!owners.TryGetValue(owner, out var known))
        {
            owners[owner] = known = Judge(owner);
        }

        return known;
    }

    private Impact Judge(ObjectRef owner)
    {
        var pods = snapshot.Pods.OwnedBy(owner).Where(pod => !pod.IsFinished).ToList();
        var workload = snapshot.Find(owner) as Workload;
        var (ready, wanted) = workload is not null ? (workload.ReadyReplicas, workload.Replicas) : (pods.Count(pod => pod.IsReady), pods.Count);
        if (wanted == 0)
        {
            return workload is not null || owner.Kind is "Job" or "CronJob" ? Impact.None : Impact.Unknown;
        }

        if (ready == 0)
        {
            return Stopped(owner);
        }

        // Pods that are not ready beside a full set of ready ones belong to a new version that cannot come up.
        return ServesPeople(owner.Namespace) && pods.SelectMany(snapshot.Pods.ServicesOf).Any(service => IsDead(service.Ref)) ? Impact.Users
            : ready < wanted ? Impact.Redundancy
            : pods.Exists(pod => !pod.IsReady) ? Impact.Deployments
            : Impact.None;
    }

    private Impact Stopped(ObjectRef owner) =>
        owner.Namespace == context.ArgoCdNamespace ? (ArgoCdComponent.IsBesideDelivery(owner.Name) ? Impact.None : Impact.Deployments)
        : !ServesPeople(owner.Namespace) ? Impact.Unknown
        : owner.Kind is "Job" or "CronJob" ? Impact.None
        : owner.Kind == "Pod" && !HasDeadService(owner) ? Impact.Unknown
        : Impact.Users;

    private bool HasDeadService(ObjectRef pod) => snapshot.Find(pod) is Pod found && snapshot.Pods.ServicesOf(found).Any(service => IsDead(service.Ref));

    private Impact OfTraffic(ObjectRef reference, bool isSubject)
    {
        if (!ServesPeople(reference.Namespace) && reference.Kind is "Service" or "Ingress")
        {
            return Impact.Unknown;
        }

        if (probes.AreAnswered(paths.HostsOf(reference)) is { } answered)
        {
            return answered ? Impact.None : Impact.Users;
        }

        var services = paths.ServicesBehind(reference).Where(service => ServesPeople(service.Namespace)).ToList();
        return services.Exists(IsDead) || paths.IsBroken(reference) ? Impact.Users
            : isSubject && (reference.Kind is not ("Service" or "Ingress") || snapshot.Find(reference) is Ingress { Addresses.Length: 0 }) ? Impact.Unknown
            : Impact.None;
    }

    // Until it has expired a certificate harms nobody; after that everybody who comes over it.
    private Impact OfCertificate(Certificate certificate)
    {
        if (certificate.NotAfter is not { } end || end > context.Now)
        {
            return Impact.None;
        }

        return snapshot.All<Ingress>().Any(ingress => ingress.Namespace == certificate.Namespace && ingress.TlsSecrets.Contains(certificate.SecretName))
            || snapshot.All<Gateway>().Any(gateway => gateway.Certificates.Contains(new ObjectRef("Secret", certificate.Namespace, certificate.SecretName)))
                ? Impact.Users
                : Impact.Unknown;
    }

    private bool IsRefusing(Webhook webhook) =>
        webhook is { FailurePolicy: "Fail", ServiceName.Length: > 0 } && IsDead(new ObjectRef("Service", webhook.ServiceNamespace, webhook.ServiceName));

    private bool IsDead(ObjectRef reference)
    {
        if (!dead.TryGetValue(reference, out var known))
        {
            dead[reference] = known = probes.Fails(reference)
                || (snapshot.Find(reference) is Service { Selector.Count: > 0 } service && (snapshot.Pods.ReadyEndpoints(reference) == 0 || HasNoPort(service)));
        }

        return known;
    }

    // A named port that no pod has: the endpoints are ready and nothing listens for the Service.
    private bool HasNoPort(Service service) =>
        service.Ports.Any(port => port.TargetPort.Length > 0 && !char.IsAsciiDigit(port.TargetPort[0]))
        && snapshot.Pods.SlicesOf(service.Ref) is { Length: > 0 } slices && slices.All(slice => slice.Ports.IsEmpty);

    private bool ServesPeople(string @namespace) => !context.SystemNamespaces.Contains(@namespace) && @namespace != context.ArgoCdNamespace;
}
