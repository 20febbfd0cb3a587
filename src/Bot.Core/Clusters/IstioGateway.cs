using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>A Gateway of <c>networking.istio.io</c>.</summary>
public sealed record IstioGateway : ClusterObject
{
    public override string Kind => "Gateway.networking.istio.io";

    /// <summary>Labels of the pods that carry it out.</summary>
    public StringMap Selector { get; init; } = StringMap.Empty;

    public ImmutableArray<IstioServer> Servers { get; init; } = [];
}
