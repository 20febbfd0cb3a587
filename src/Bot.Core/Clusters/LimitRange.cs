using System.Collections.Immutable;

namespace Bot.Core.Clusters;

public sealed record LimitRange : ClusterObject
{
    public override string Kind => "LimitRange";

    public ImmutableArray<LimitRangeItem> Limits { get; init; } = [];
}
