using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>An Istio DestinationRule: how clients in the mesh speak to a host.</summary>
public sealed record DestinationRule : ClusterObject
{
    public override string Kind => "DestinationRule";

    public string Host { get; init; } = "";

    /// <summary>DISABLE, SIMPLE, MUTUAL or ISTIO_MUTUAL; empty when nothing is said.</summary>
    public string TlsMode { get; init; } = "";

    /// <summary>Service port -> mode, where one is said for a port.</summary>
    public StringMap PortTlsModes { get; init; } = StringMap.Empty;

    public ImmutableArray<DestinationSubset> Subsets { get; init; } = [];
}
