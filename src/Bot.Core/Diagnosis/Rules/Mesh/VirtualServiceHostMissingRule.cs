using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Mesh;

namespace Bot.Core.Diagnosis.Rules.Mesh;

/// <summary>A VirtualService sends traffic to a Service that is not there.</summary>
internal sealed class VirtualServiceHostMissingRule() : RouteRule(RuleIds.MeshVirtualServiceHostMissing)
{
    protected override bool IsBroken(VirtualService route, RouteDestination destination, ObjectRef service, ClusterSnapshot snapshot) =>
        snapshot.PresenceOf(service) == Presence.Absent;

    protected override IEnumerable<Evidence> EvidenceOf(RouteDestination destination, ObjectRef service, ClusterSnapshot snapshot) => [new(service, "metadata", "not found")];
}
