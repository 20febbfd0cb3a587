using System.Collections.Immutable;

namespace Bot.Core.Clusters;

public sealed record Service : ClusterObject
{
    public override string Kind => "Service";

    /// <summary>ClusterIP, NodePort, LoadBalancer or ExternalName.</summary>
    public string Type { get; init; } = "";

    public string ClusterIp { get; init; } = "";

    public StringMap Selector { get; init; } = StringMap.Empty;

    public ImmutableArray<ServicePort> Ports { get; init; } = [];

    public string ExternalName { get; init; } = "";

    public bool PublishNotReadyAddresses { get; init; }

    /// <summary>Host names and addresses of <c>status.loadBalancer.ingress</c>.</summary>
    public ImmutableArray<string> Addresses { get; init; } = [];
}
