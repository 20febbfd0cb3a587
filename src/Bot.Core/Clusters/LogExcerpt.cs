using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>The last masked lines (40 at most) of a container. Metadata is that of the pod it speaks of.</summary>
public sealed record LogExcerpt : ClusterObject
{
    public override string Kind => "LogExcerpt";

    public required string Container { get; init; }

    /// <summary>True when the lines are of the run before the last restart.</summary>
    public bool Previous { get; init; }

    public DateTimeOffset? TakenAt { get; init; }

    public ImmutableArray<string> Lines { get; init; } = [];
}
