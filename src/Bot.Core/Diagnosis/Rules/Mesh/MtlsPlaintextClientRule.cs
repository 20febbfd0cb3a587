using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Mesh;
using Bot.Core.Diagnosis.Network;

namespace Bot.Core.Diagnosis.Rules.Mesh;

/// <summary>A workload takes nothing but mutual TLS and somebody speaks plain text to it: a pod without sidecar, an Ingress controller outside the mesh, or every client by a DestinationRule.</summary>
internal sealed class MtlsPlaintextClientRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(
        RuleIds.MeshMtlsPlaintextClient,
        Severity.Warning.To(Severity.Critical),
        ["PeerAuthentication", "DestinationRule", "Pod", "Service", "EndpointSlice", "Namespace", "LogExcerpt", "ProbeResult", "Ingress"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        if (!snapshot.All<PeerAuthentication>().Any())
        {
            yield break;
        }

        var modes = new MtlsModes(snapshot);
        var resets = FailedCalls.Of(snapshot, FailedCallKind.Reset).ToList();
        foreach (var rule in snapshot.All<DestinationRule>())
        {
            if (MeshHosts.ServiceOf(rule.Host, rule.Namespace, snapshot) is { } host && snapshot.Find(host) is Service service && DisabledPort(rule, service, modes, snapshot) is var (port, strict, pod))
            {
                yield return OfRule(rule, service, port, strict, pod, resets.Find(call => call.Target.Ref == service.Ref), snapshot);
            }
        }

        foreach (var call in resets.DistinctBy(call => (call.Client.Ref, call.Target.Ref)))
        {
            // Where a sidecar is wanted its absence is the fault, told by a rule of its own.
            if (!Sidecars.IsInMesh(call.Client, snapshot)
                && !Sidecars.IsWanted(call.Client, Sidecars.NamespaceOf(call.Client, snapshot))
                && snapshot.Pods.ReadyEndpoints(call.Target.Ref) is not 0
                && StrictBehind(call.Target, call.Port, modes, snapshot) is var (strict, pod))
            {
                yield return OfClient(call, strict, pod, snapshot);
            }
        }

        foreach (var (probe, ingress, service) in FailingEntrances(snapshot))
        {
            if (StrictBehind(service, null, modes, snapshot) is var (strict, pod))
            {
                yield return OfIngress(probe, ingress, service, strict, pod);
            }
        }
    }

    private static (PeerAuthentication Policy, Pod Pod)? StrictBehind(Service service, int? port, MtlsModes modes, ClusterSnapshot snapshot)
    {
        foreach (var pod in ServicePods.Of(service, snapshot))
        {
            if (pod.IsReady && Sidecars.IsInMesh(pod, snapshot) && modes.StrictFor(pod, NumberBehind(service, port, pod)) is { } policy)
            {
                return (policy, pod);
            }
        }

        return null;
    }

    private static int? NumberBehind(Service service, int? port, Pod pod) =>
        port is { } asked ? service.Ports.FirstOrDefault(known => known.Port == asked) is { } found ? ServicePods.NumberOf(found.TargetPort, pod) : asked : null;

    private static (int Port, PeerAuthentication Policy, Pod Pod)? DisabledPort(DestinationRule rule, Service service, MtlsModes modes, ClusterSnapshot snapshot)
    {
        foreach (var port in service.Ports)
        {
            var mode = rule.PortTlsModes[port.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)] ?? rule.TlsMode;
            if (mode == "DISABLE" && StrictBehind(service, port.Port, modes, snapshot) is var (policy, pod))
            {
                return (port.Port, policy, pod);
            }
        }

        return null;
    }

    // A 5xx at the door of an Ingress controller whose pods are known to be outside the mesh, or that is a load balancer of the cloud.
    private static IEnumerable<(ProbeResult Probe, Ingress Ingress, Service Service)> FailingEntrances(ClusterSnapshot snapshot) =>
        from probe in snapshot.All<ProbeResult>()
        where probe.Status is 502 or 503 && Uri.TryCreate(probe.Url, UriKind.Absolute, out _)
        let host = new Uri(probe.Url).Host
        from ingress in snapshot.All<Ingress>()
        where IsOutside(ingress, snapshot)
        from path in ingress.Paths.Where(path => path.Host == host).DistinctBy(path => path.ServiceName)
        let service = snapshot.Find<Service>("Service", ingress.Namespace, path.ServiceName)
        where service is not null && snapshot.Pods.ReadyEndpoints(service.Ref) is not 0
        select (probe, ingress, service);

    private static bool IsFailing(Service service, ClusterSnapshot snapshot) => snapshot.All<ProbeResult>()
        .Where(probe => !probe.IsGood)
        .Any(probe => Uri.TryCreate(probe.Url, UriKind.Absolute, out var url)
            && snapshot.All<Ingress>().Any(ingress => ingress.Namespace == service.Namespace && ingress.Paths.Any(path => path.Host == url.Host && path.ServiceName == service.Name)));

    private static bool IsOutside(Ingress ingress, ClusterSnapshot snapshot) =>
        (snapshot.Find(new ObjectRef("IngressClass", "", ingress.ClassName)) as IngressClass)?.Controller switch
        {
            "ingress.k8s.aws/alb" => true,
            "k8s.io/ingress-nginx" => snapshot.All<Pod>().Where(pod => pod.Metadata.Labels["app.kubernetes.io/name"] == "ingress-nginx" && pod.IsReady).ToList() is { Count: > 0 } pods
                && !pods.Exists(pod => Sidecars.IsInMesh(pod, snapshot)),
            _ => false,
        };

    private Finding OfClient(FailedCall call, PeerAuthentication strict, Pod pod, ClusterSnapshot snapshot) => Start(call.Client.Ref, call.Target, strict, pod) with
    {
        Severity = IsFailing(call.Target, snapshot) ? Severity.Critical : Severity.Warning,
        Facts = Facts(snapshot.Owners.TopOf(call.Client).Name, call.Target, call.Port),
        Evidence =
        [
            new Evidence(call.Client.Ref, $"log[{call.Container}]", call.Line),
            new Evidence(call.Client.Ref, "spec.containers[*].name", string.Join(", ", call.Client.Containers.Select(container => container.Name))),
            .. Policy(strict, pod),
        ],
        Explains = [call.Client.Ref],
    };

    private Finding OfRule(DestinationRule rule, Service service, int port, PeerAuthentication strict, Pod pod, FailedCall? seen, ClusterSnapshot snapshot)
    {
        var fails = seen is not null || IsFailing(service, snapshot);
        return Start(rule.Ref, service, strict, pod) with
        {
            Severity = fails ? Severity.Critical : Severity.Warning,
            Variant = "rule",
            Since = rule.Metadata.CreatedAt,
            Facts = Facts(rule.Name, service, port),
            Evidence =
            [
                new Evidence(rule.Ref, "spec.trafficPolicy.tls.mode", "DISABLE"),
                .. Policy(strict, pod),
                .. seen is null ? [] : new[] { new Evidence(seen.Client.Ref, $"log[{seen.Container}]", seen.Line) },
            ],
            Command = $"kubectl -n {rule.Namespace} get destinationrule {rule.Name} -o yaml",
            Explains = seen is null ? [] : [seen.Client.Ref],
        };
    }

    private Finding OfIngress(ProbeResult probe, Ingress ingress, Service service, PeerAuthentication strict, Pod pod) => Start(ingress.Ref, service, strict, pod) with
    {
        Severity = Severity.Critical,
        Variant = "ingress",
        Since = probe.TakenAt,
        Facts = Facts(ingress.ClassName, service, probe.Status ?? 0),
        Evidence = [new Evidence(probe.Ref, "spec.status", $"{probe.Url}: {probe.Status}") { At = probe.TakenAt }, .. Policy(strict, pod)],
    };

    private Finding Start(ObjectRef subject, Service service, PeerAuthentication strict, Pod pod) => new()
    {
        Rule = Descriptor.Id,
        Severity = Severity.Warning,
        Subject = subject,
        Command = $"istioctl x describe pod {pod.Name} -n {pod.Namespace}",
        Affected = [service.Ref, strict.Ref],
    };

    private static ImmutableDictionary<string, object> Facts(string client, Service service, int port) =>
        ImmutableDictionary.CreateRange<string, object>([new("client", client), new("target", service.Name), new("port", port)]);

    private static Evidence[] Policy(PeerAuthentication strict, Pod pod) =>
        [new(strict.Ref, "spec.mtls.mode", strict.Mode), new(pod.Ref, "spec.containers[*].name", string.Join(", ", pod.Containers.Select(container => container.Name)))];
}
