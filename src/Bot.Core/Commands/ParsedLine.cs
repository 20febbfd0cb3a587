using System.Collections.Immutable;

namespace Bot.Core.Commands;

/// <summary>
/// A typed line, taken apart. <c>Command</c> is null when the catalogue has no such name (<c>Name</c> keeps what was typed);
/// <c>Missing</c> is a required option that was not given, <c>Unexpected</c> a word too many.
/// </summary>
public sealed record ParsedLine(string Name, CommandDefinition? Command, ImmutableDictionary<string, string> Options, string? Missing, string? Unexpected)
{
    public bool IsGood => Command is not null && Missing is null && Unexpected is null;
}
