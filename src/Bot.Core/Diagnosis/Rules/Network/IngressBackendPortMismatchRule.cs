using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Network;

namespace Bot.Core.Diagnosis.Rules.Network;

/// <summary>A path of an Ingress names a port that its Service does not have.</summary>
internal sealed class IngressBackendPortMismatchRule : IDiagnosticRule
{
    private const int MostPaths = 2;

    public RuleDescriptor Descriptor { get; } = new(RuleIds.IngressBackendPortMismatch, Severity.Critical, ["Ingress", "Service"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var ingress in snapshot.All<Ingress>())
        {
            if (ServicePods.IsYoung(ingress.Metadata.CreatedAt, context.Thresholds.Network.Wiring, context) || IngressBackends.WithoutPort(ingress, snapshot) is not { Count: > 0 } paths)
            {
                continue;
            }

            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = Severity.Critical,
                Subject = ingress.Ref,
                Since = ingress.Metadata.CreatedAt,
                Facts = ImmutableDictionary.CreateRange<string, object>([new("service", paths[0].ServiceName), new("port", paths[0].Port)]),
                Evidence = [.. paths.Take(MostPaths).SelectMany(path => Evidence(ingress, path, snapshot))],
                Command = $"kubectl -n {ingress.Namespace} get service {paths[0].ServiceName} -o jsonpath='{{.spec.ports}}'",
                Affected = [.. paths.Select(path => IngressBackends.ServiceOf(ingress, path)).Distinct()],
            };
        }
    }

    private static Evidence[] Evidence(Ingress ingress, IngressPath path, ClusterSnapshot snapshot)
    {
        var service = (Service)snapshot.Find(IngressBackends.ServiceOf(ingress, path))!;
        return
        [
            new(ingress.Ref, $"spec.rules[{IngressBackends.Address(path)}].backend.service.port", path.Port),
            new(service.Ref, "spec.ports", string.Join(", ", service.Ports.Select(port => port.Name.Length > 0 ? $"{port.Name}:{port.Port}" : $"{port.Port}"))),
        ];
    }
}
