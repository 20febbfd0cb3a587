using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Network;

namespace Bot.Core.Diagnosis.Mesh;

/// <summary>What the rules about the destinations of a VirtualService share.</summary>
internal abstract class RouteRule(string id, params ImmutableArray<string> reads) : IDiagnosticRule
{
    private const int MostDestinations = 3;

    public RuleDescriptor Descriptor { get; } = new(id, Severity.Warning.To(Severity.Critical), ["VirtualService", "Service", .. reads]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var route in snapshot.All<VirtualService>())
        {
            if (route.IsBeingDeleted || ServicePods.IsYoung(route.Metadata.CreatedAt, context.Thresholds.Mesh.Route, context))
            {
                continue;
            }

            // A share of nothing sends nobody there.
            var broken = route.Destinations
                .Where(destination => destination.Weight > 0)
                .Select(destination => (Destination: destination, Service: MeshHosts.ServiceOf(destination.Host, route.Namespace, snapshot)))
                .Where(pair => pair.Service is { } service && IsBroken(route, pair.Destination, service, snapshot))
                .Select(pair => (pair.Destination, Service: pair.Service!.Value))
                .ToList();
            if (broken.Count > 0)
            {
                yield return Found(route, broken, snapshot);
            }
        }
    }

    protected abstract bool IsBroken(VirtualService route, RouteDestination destination, ObjectRef service, ClusterSnapshot snapshot);

    protected abstract IEnumerable<Evidence> EvidenceOf(RouteDestination destination, ObjectRef service, ClusterSnapshot snapshot);

    private Finding Found(VirtualService route, List<(RouteDestination Destination, ObjectRef Service)> broken, ClusterSnapshot snapshot) => new()
    {
        Rule = Descriptor.Id,
        Severity = route.IsPublic ? Severity.Critical : Severity.Warning,
        Subject = route.Ref,
        Since = route.Metadata.CreatedAt,
        Facts = ImmutableDictionary.CreateRange<string, object>(
            [new("service", broken[0].Service.Name), new("serviceNamespace", broken[0].Service.Namespace), new("subset", broken[0].Destination.Subset), new("host", route.Hosts.FirstOrDefault("*"))]),
        Evidence =
        [
            .. broken.Take(MostDestinations).Select(pair => new Evidence(route.Ref, pair.Destination.Field, pair.Destination.Subset.Length > 0 ? $"host {pair.Destination.Host}, subset {pair.Destination.Subset}" : $"host {pair.Destination.Host}")),
            .. EvidenceOf(broken[0].Destination, broken[0].Service, snapshot),
        ],
        Command = $"istioctl analyze -n {route.Namespace}",
        Affected = [.. broken.Select(pair => pair.Service).Distinct()],
    };
}
