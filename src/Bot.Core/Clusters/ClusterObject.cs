using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>An object of a cluster, cut down to what rules and cards need. Immutable.</summary>
public abstract record ClusterObject
{
    public required Metadata Metadata { get; init; }

    /// <summary>The kind as findings write it; a kind of two groups bears its group (<c>Gateway.networking.istio.io</c>).</summary>
    public abstract string Kind { get; }

    /// <summary>Fields that were not as expected when the object was read; they bear their fallback.</summary>
    public ImmutableArray<OddField> OddFields { get; init; } = [];

    public string Namespace => Metadata.Namespace;

    public string Name => Metadata.Name;

    public ObjectRef Ref => new(Kind, Metadata.Namespace, Metadata.Name);

    public bool IsBeingDeleted => Metadata.DeletedAt is not null;
}
