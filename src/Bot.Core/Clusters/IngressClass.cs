namespace Bot.Core.Clusters;

public sealed record IngressClass : ClusterObject
{
    public override string Kind => "IngressClass";

    public string Controller { get; init; } = "";

    public bool IsDefault { get; init; }
}
