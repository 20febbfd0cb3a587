namespace Bot.Simulator.Api.Selection;

/// <summary>One part of a label selector.</summary>
internal sealed record LabelRequirement(string Key, LabelOperator Operator, IReadOnlyList<string> Values)
{
    public bool Matches(string? value) => Operator switch
    {
        LabelOperator.Exists => value is not null,
        LabelOperator.Missing => value is null,
        LabelOperator.In => value is not null && Values.Contains(value, StringComparer.Ordinal),
        LabelOperator.NotIn => value is null || !Values.Contains(value, StringComparer.Ordinal),
        LabelOperator.Greater => Compare(value) is > 0,
        LabelOperator.Less => Compare(value) is < 0,
        _ => false,
    };

    private int? Compare(string? value) =>
        long.TryParse(value, out var number) && long.TryParse(Values[0], out var bound) ? number.CompareTo(bound) : null;
}
