using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Network;

namespace Bot.Core.Diagnosis.Rules.Network;

/// <summary>A Service sends to a port by a name that none of its pods has. A number needs no declaration, and clients of a headless Service choose the port themselves.</summary>
internal sealed class TargetPortMismatchRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.SvcTargetPortMismatch, Severity.Warning.To(Severity.Critical), ["Service", "Pod", "EndpointSlice"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var service in snapshot.All<Service>())
        {
            if (!service.Ports.Any(IsNamed) || !ServicePods.Routes(service) || ServicePods.IsHeadless(service))
            {
                continue;
            }

            var pods = ServicePods.Of(service, snapshot);
            var missing = service.Ports.Where(port => IsNamed(port) && (pods.Count > 0 ? pods.TrueForAll(pod => ServicePods.NumberOf(port.TargetPort, pod) is null) : SlicesHaveNoPort(service, snapshot))).ToList();
            var since = ServicePods.Later(service.Metadata.CreatedAt, pods.Min(pod => pod.Metadata.CreatedAt));
            if (missing.Count > 0 && !ServicePods.IsYoung(since, context.Thresholds.Network.Wiring, context))
            {
                yield return Found(service, missing, pods, since, snapshot);
            }
        }
    }

    private static bool IsNamed(ServicePort port) => port.TargetPort.Any(sign => !char.IsAsciiDigit(sign));

    // Endpoints without a port: what the endpoint controller writes when it does not find the name.
    private static bool SlicesHaveNoPort(Service service, ClusterSnapshot snapshot) =>
        snapshot.Pods.SlicesOf(service.Ref) is { IsEmpty: false } slices && slices.Any(slice => !slice.Endpoints.IsEmpty) && slices.All(slice => slice.Ports.IsEmpty);

    private Finding Found(Service service, List<ServicePort> missing, List<Pod> pods, DateTimeOffset? since, ClusterSnapshot snapshot)
    {
        var known = pods.SelectMany(pod => pod.Containers).SelectMany(container => container.Ports).Select(port => $"{port.Name}:{port.Number}").Distinct().Order(StringComparer.Ordinal);
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = missing.Count == service.Ports.Length ? Severity.Critical : Severity.Warning,
            Subject = service.Ref,
            Variant = missing.Count == service.Ports.Length ? "" : "partly",
            Since = since,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("port", missing[0].Port), new("target", missing[0].TargetPort)]),
            Evidence =
            [
                .. missing.Select(port => new Evidence(service.Ref, $"spec.ports[{port.Port}].targetPort", port.TargetPort)).Take(2),
                .. pods.Take(1).Select(pod => new Evidence(pod.Ref, "spec.containers[*].ports", string.Join(", ", known) is { Length: > 0 } text ? text : "-")),
                .. snapshot.Pods.SlicesOf(service.Ref).Take(1).Select(slice => new Evidence(slice.Ref, "ports", slice.Ports.IsEmpty ? "null" : string.Join(", ", slice.Ports.Select(port => port.Number)))),
            ],
            Command = $"kubectl -n {service.Namespace} get endpointslices -l kubernetes.io/service-name={service.Name}",
            Affected = [.. ServicePods.EntrancesOf(service, snapshot)],
        };
    }
}
