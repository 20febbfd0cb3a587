using System.Collections.Immutable;
using Bot.Core.Chat;

namespace Bot.Web.Sessions;

/// <summary>One line somebody typed (or a button's words) and the cards that answered it.</summary>
public sealed record ConversationEntry(string Speaker, string Line, DateTimeOffset At, ImmutableArray<Card> Cards);
