using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Network;

namespace Bot.Core.Diagnosis.Rules.Network;

/// <summary>A path of an Ingress leads to a Service that is not there.</summary>
internal sealed class IngressBackendMissingRule : IDiagnosticRule
{
    private const int MostPaths = 4;

    public RuleDescriptor Descriptor { get; } = new(RuleIds.IngressBackendMissing, Severity.Critical, ["Ingress", "Service"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var ingress in snapshot.All<Ingress>())
        {
            if (ServicePods.IsYoung(ingress.Metadata.CreatedAt, context.Thresholds.Network.Wiring, context) || IngressBackends.WithoutService(ingress, snapshot) is not { Count: > 0 } paths)
            {
                continue;
            }

            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = Severity.Critical,
                Subject = ingress.Ref,
                Since = ingress.Metadata.CreatedAt,
                Facts = ImmutableDictionary.CreateRange<string, object>([new("service", paths[0].ServiceName), new("paths", paths.Count)]),
                Evidence = [.. paths.Take(MostPaths).Select(path => new Evidence(ingress.Ref, $"spec.rules[{IngressBackends.Address(path)}].backend.service.name", $"{path.ServiceName} (not found)"))],
                Command = $"kubectl -n {ingress.Namespace} get services",
                Affected = [.. paths.Select(path => IngressBackends.ServiceOf(ingress, path)).Distinct()],
            };
        }
    }
}
