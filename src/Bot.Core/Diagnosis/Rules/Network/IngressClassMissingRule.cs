using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Network;

namespace Bot.Core.Diagnosis.Rules.Network;

/// <summary>An Ingress is meant for a class that does not exist, or for none while no class is the default: no controller serves it.</summary>
internal sealed class IngressClassMissingRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.IngressClassMissing, Severity.Critical, ["Ingress", "IngressClass"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var ingress in snapshot.All<Ingress>())
        {
            if (!IngressClasses.IsMissing(ingress, snapshot) || ServicePods.IsYoung(ingress.Metadata.CreatedAt, context.Thresholds.Network.Ingress, context))
            {
                continue;
            }

            var known = snapshot.All<IngressClass>().Select(found => found.IsDefault ? $"{found.Name} (default)" : found.Name).Order(StringComparer.Ordinal);
            yield return new Finding
            {
                Rule = Descriptor.Id,
                Severity = Severity.Critical,
                Subject = ingress.Ref,
                Variant = ingress.ClassName.Length == 0 ? "none" : "",
                Since = ingress.Metadata.CreatedAt,
                Facts = ImmutableDictionary.CreateRange<string, object>([new("class", ingress.ClassName)]),
                Evidence =
                [
                    new Evidence(ingress.Ref, "spec.ingressClassName", ingress.ClassName.Length == 0 ? "-" : ingress.ClassName),
                    new Evidence(new ObjectRef("IngressClass", "", "*"), "metadata.name", string.Join(", ", known) is { Length: > 0 } names ? names : "-"),
                    new Evidence(ingress.Ref, "status.loadBalancer.ingress", ingress.Addresses.IsEmpty ? "-" : ingress.Addresses[0]),
                ],
                Command = "kubectl get ingressclasses",
                Affected = [.. ingress.Paths.Where(path => path.ServiceName.Length > 0).Select(path => IngressBackends.ServiceOf(ingress, path)).Distinct()],
            };
        }
    }
}
