using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>What every object bears. <c>managedFields</c> and the last-applied annotation are never kept.</summary>
public sealed record Metadata
{
    public string Namespace { get; init; } = "";

    public required string Name { get; init; }

    public string Uid { get; init; } = "";

    /// <summary>Opaque; compare for equality only.</summary>
    public string ResourceVersion { get; init; } = "";

    public long Generation { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary><c>deletionTimestamp</c>: for a Pod the end of the grace period, for other kinds the moment of the request.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    public StringMap Labels { get; init; } = StringMap.Empty;

    public StringMap Annotations { get; init; } = StringMap.Empty;

    public ImmutableArray<string> Finalizers { get; init; } = [];

    /// <summary>The owner with <c>controller: true</c>, if any.</summary>
    public Owner? Controller { get; init; }
}
