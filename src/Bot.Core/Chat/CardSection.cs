using System.Collections.Immutable;

namespace Bot.Core.Chat;

/// <summary>A heading (may be empty) with lines under it, or a block of literal text.</summary>
public sealed record CardSection(string Heading, ImmutableArray<CardLine> Lines)
{
    /// <summary>Literal text (commands, diffs, log lines), shown in a fixed-width font; empty for none.</summary>
    public string Code { get; init; } = "";
}
