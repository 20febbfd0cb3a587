using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>An HTTPRoute of <c>gateway.networking.k8s.io</c>.</summary>
public sealed record HttpRoute : ClusterObject
{
    public override string Kind => "HTTPRoute";

    public ImmutableArray<string> Hostnames { get; init; } = [];

    /// <summary>Services it sends to, in its own namespace unless said.</summary>
    public ImmutableArray<ObjectRef> Backends { get; init; } = [];

    public ImmutableArray<Condition> Conditions { get; init; } = [];
}
