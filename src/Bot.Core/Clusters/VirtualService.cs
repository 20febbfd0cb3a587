using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>An Istio VirtualService: where the traffic of its hosts goes.</summary>
public sealed record VirtualService : ClusterObject
{
    public override string Kind => "VirtualService";

    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>Gateways it is bound to, as written (<c>namespace/name</c>, <c>name</c> or <c>mesh</c>); empty means <c>mesh</c>.</summary>
    public ImmutableArray<string> Gateways { get; init; } = [];

    public ImmutableArray<RouteDestination> Destinations { get; init; } = [];

    /// <summary>True when traffic from outside the mesh comes in through it.</summary>
    public bool IsPublic => Gateways.Any(gateway => gateway != "mesh");
}
