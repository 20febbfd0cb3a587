using System.Collections.Immutable;

namespace Bot.Core.Clusters;

public sealed record EndpointSlice : ClusterObject
{
    public override string Kind => "EndpointSlice";

    /// <summary>Label <c>kubernetes.io/service-name</c>.</summary>
    public string ServiceName => Metadata.Labels["kubernetes.io/service-name"] ?? "";

    public ImmutableArray<Endpoint> Endpoints { get; init; } = [];

    public ImmutableArray<ContainerPort> Ports { get; init; } = [];
}
