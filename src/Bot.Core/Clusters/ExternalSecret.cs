using System.Collections.Immutable;

namespace Bot.Core.Clusters;

public sealed record ExternalSecret : ClusterObject
{
    public override string Kind => "ExternalSecret";

    /// <summary>SecretStore or ClusterSecretStore.</summary>
    public string StoreKind { get; init; } = "SecretStore";

    public string StoreName { get; init; } = "";

    /// <summary>The Secret it makes; its own name when the manifest says nothing.</summary>
    public string TargetName { get; init; } = "";

    /// <summary>Owner (default), Orphan, Merge or None.</summary>
    public string CreationPolicy { get; init; } = "Owner";

    /// <summary>The keys that the Secret will have, as far as the manifest names them.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    /// <summary>The labels that the Secret will have: those of the template, else its own.</summary>
    public StringMap TargetLabels { get; init; } = StringMap.Empty;

    public DateTimeOffset? RefreshedAt { get; init; }

    public ImmutableArray<Condition> Conditions { get; init; } = [];
}
