namespace Bot.Core.Clusters;

/// <summary>Metadata only.</summary>
public sealed record ServiceAccount : ClusterObject
{
    public override string Kind => "ServiceAccount";
}
