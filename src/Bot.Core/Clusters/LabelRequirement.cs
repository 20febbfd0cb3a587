using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>One row of <c>matchExpressions</c>: operator <c>In</c>, <c>NotIn</c>, <c>Exists</c> or <c>DoesNotExist</c>.</summary>
public sealed record LabelRequirement(string Key, string Operator, ImmutableArray<string> Values)
{
    public bool Matches(StringMap labels) => Operator switch
    {
        "In" => labels.TryGet(Key, out var value) && Values.Contains(value),
        "NotIn" => !labels.TryGet(Key, out var value) || !Values.Contains(value),
        "Exists" => labels.Contains(Key),
        "DoesNotExist" => !labels.Contains(Key),
        _ => false,
    };
}
