namespace Bot.Core.Clusters;

/// <summary>That a Secret is there, and its labels. Never its data: it is asked as metadata only, by name.</summary>
public sealed record SecretMetadata : ClusterObject
{
    public override string Kind => "Secret";
}
