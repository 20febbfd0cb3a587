using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>An HTTPRoute of <c>gateway.networking.k8s.io</c>.</summary>
public sealed record HttpRoute : ClusterObject
{
    public override string Kind => "HTTPRoute";

    public ImmutableArray<string> Hostnames { get; init; } = [];

    /// <summary>Services it sends to, in its own namespace unless said.</summary>
    public ImmutableArray<ObjectRef> Backends { get; init; } = [];

    /// <summary>Gateways it wants to be bound to, in its own namespace unless said.</summary>
    public ImmutableArray<ObjectRef> Gateways { get; init; } = [];

    /// <summary>What each parent says, one parent after the other.</summary>
    public ImmutableArray<Condition> Conditions { get; init; } = [];
}
