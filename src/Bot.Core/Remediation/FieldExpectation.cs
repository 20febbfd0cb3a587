namespace Bot.Core.Remediation;

/// <summary>What a field of the target must show for a step to count as done.</summary>
/// <param name="Path">JSON pointer.</param>
/// <param name="AnyOf">JSON texts, one of which it must equal; empty together with <paramref name="MayBeAbsent"/> means it must be absent.</param>
/// <param name="MayBeAbsent">True when an absent field is good too.</param>
public sealed record FieldExpectation(string Path, IReadOnlyList<string> AnyOf, bool MayBeAbsent = false)
{
    /// <summary>JSON texts that it must not equal (with an empty <see cref="AnyOf"/>: anything else is good).</summary>
    public IReadOnlyList<string> NoneOf { get; init; } = [];

    /// <summary>Another sign of the same success, for effects that the next one can overtake before they are seen.</summary>
    public FieldExpectation? OrElse { get; init; }
}
