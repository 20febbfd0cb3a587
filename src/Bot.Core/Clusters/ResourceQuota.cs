namespace Bot.Core.Clusters;

public sealed record ResourceQuota : ClusterObject
{
    public override string Kind => "ResourceQuota";

    public StringMap Hard { get; init; } = StringMap.Empty;

    public StringMap Used { get; init; } = StringMap.Empty;
}
