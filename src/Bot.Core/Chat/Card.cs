using System.Collections.Immutable;
using Bot.Core.Diagnosis;

namespace Bot.Core.Chat;

/// <summary>What a person is shown, free of any platform and already in their language. Renderers keep the most important text within their limits.</summary>
public sealed record Card
{
    /// <summary>The push line: all that a locked phone shows; at most 110 characters.</summary>
    public required string Push { get; init; }

    public required string Title { get; init; }

    public CardTone Tone { get; init; } = CardTone.Neutral;

    /// <summary>In order of importance.</summary>
    public ImmutableArray<CardSection> Sections { get; init; } = [];

    public ImmutableArray<CardButton> Buttons { get; init; } = [];

    /// <summary>Small print: age of the data, ids, DEMO.</summary>
    public string Footer { get; init; } = "";

    /// <summary>Names the thing that the card is about (<c>request:ID</c>, <c>incident:ID</c>): a newer card of the same key takes its place. Empty: a one-off.</summary>
    public string Key { get; init; } = "";

    public static CardTone ToneOf(Severity severity, Impact impact) => severity switch
    {
        Severity.Critical => impact == Impact.Users ? CardTone.Critical : CardTone.Serious,
        Severity.Warning => CardTone.Warning,
        _ => CardTone.Info,
    };
}
