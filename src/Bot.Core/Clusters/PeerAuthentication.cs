namespace Bot.Core.Clusters;

/// <summary>An Istio PeerAuthentication: whether the workloads it covers take plain text.</summary>
public sealed record PeerAuthentication : ClusterObject
{
    public override string Kind => "PeerAuthentication";

    /// <summary>Null when it covers its whole namespace (in Istio's own namespace: the whole mesh).</summary>
    public LabelSelector? Selector { get; init; }

    /// <summary>STRICT, PERMISSIVE or DISABLE; empty (or UNSET) takes what the next wider one says.</summary>
    public string Mode { get; init; } = "";

    /// <summary>Container port -> mode.</summary>
    public StringMap PortModes { get; init; } = StringMap.Empty;
}
