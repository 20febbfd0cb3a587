using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>A SecretStore, or a ClusterSecretStore when the namespace is empty.</summary>
public sealed record SecretStore : ClusterObject
{
    public override string Kind => IsClusterWide ? "ClusterSecretStore" : "SecretStore";

    public bool IsClusterWide { get; init; }

    public ImmutableArray<Condition> Conditions { get; init; } = [];
}
