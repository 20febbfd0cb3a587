using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Sources;

/// <summary>What a source delivered, and how well it is known.</summary>
public sealed record SourceReading(KindReading Reading, ImmutableArray<ClusterObject> Items);
