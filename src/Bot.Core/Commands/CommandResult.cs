using System.Collections.Immutable;
using Bot.Core.Chat;

namespace Bot.Core.Commands;

/// <summary>What a command came to.</summary>
public sealed record CommandResult(CommandOutcome Outcome, ImmutableArray<Card> Cards)
{
    /// <summary>True when only the asker should see it outside incident channels.</summary>
    public bool Ephemeral { get; init; }

    public static CommandResult Of(params ReadOnlySpan<Card> cards) => new(CommandOutcome.Answered, [.. cards]);
}
