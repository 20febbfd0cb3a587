using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Mesh;

namespace Bot.Core.Diagnosis.Rules.Mesh;

/// <summary>A VirtualService sends traffic to a subset that no DestinationRule of the Service defines.</summary>
internal sealed class VirtualServiceSubsetMissingRule() : RouteRule(RuleIds.MeshVirtualServiceSubsetMissing, "DestinationRule")
{
    protected override bool IsBroken(VirtualService route, RouteDestination destination, ObjectRef service, ClusterSnapshot snapshot) =>
        destination.Subset.Length > 0
        && snapshot.PresenceOf(service) != Presence.Absent
        && snapshot.ReadingOf("DestinationRule") is var reading
        && reading.IsCompleteFor(route.Namespace)
        && reading.IsCompleteFor(service.Namespace)
        && !RulesOf(service, snapshot).Any(rule => rule.Subsets.Any(subset => subset.Name == destination.Subset));

    protected override IEnumerable<Evidence> EvidenceOf(RouteDestination destination, ObjectRef service, ClusterSnapshot snapshot)
    {
        var rules = RulesOf(service, snapshot).ToList();
        return rules.Count == 0
            ? [new(service, "DestinationRule", "none")]
            : rules.Select(rule => new Evidence(rule.Ref, "spec.subsets[*].name", rule.Subsets.IsEmpty ? "-" : string.Join(", ", rule.Subsets.Select(subset => subset.Name)))).Take(2);
    }

    private static IEnumerable<DestinationRule> RulesOf(ObjectRef service, ClusterSnapshot snapshot) =>
        snapshot.All<DestinationRule>().Where(rule => MeshHosts.ServiceOf(rule.Host, rule.Namespace, snapshot) == service || IsWildcard(rule.Host, service));

    private static bool IsWildcard(string host, ObjectRef service) =>
        host.StartsWith('*') && $"{service.Name}.{service.Namespace}.svc.cluster.local".EndsWith(host[1..], StringComparison.Ordinal);
}
