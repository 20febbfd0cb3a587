using System.Collections.Immutable;

namespace Bot.Core.Clusters;

public sealed record ApplicationSet : ClusterObject
{
    public override string Kind => "ApplicationSet";

    public ImmutableArray<Condition> Conditions { get; init; } = [];
}
