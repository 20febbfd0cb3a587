using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>A label selector. Null in a field means "selects nothing"; an empty selector selects everything.</summary>
public sealed record LabelSelector(StringMap MatchLabels, ImmutableArray<LabelRequirement> MatchExpressions)
{
    public bool Matches(StringMap labels) => labels.ContainsAll(MatchLabels) && MatchExpressions.All(requirement => requirement.Matches(labels));
}
