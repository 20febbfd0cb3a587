using System.Collections.Immutable;
using System.Security.Cryptography;
using Bot.Core.Approval;
using Bot.Core.Chat;
using Bot.Core.Texts;

namespace Bot.Web.Sessions;

/// <summary>One browser: who it plays, its language, and what was said. Lives in memory only.</summary>
public sealed class Session(string id, string formToken, Language language)
{
    private const int Remembered = 40;

    private readonly Lock gate = new();
    private ImmutableList<ConversationEntry> entries = [];

    public string Id { get; } = id;

    /// <summary>Stands in every form; a post without it is refused.</summary>
    public string FormToken { get; } = formToken;

    public Person? Persona { get; set; }

    public Language Language { get; set; } = language;

    public IReadOnlyList<ConversationEntry> Entries => entries;

    /// <summary>Adds what was typed and answered; the oldest entries fall away.</summary>
    public void Add(ConversationEntry entry)
    {
        lock (gate)
        {
            entries = entries.Add(entry);
            if (entries.Count > Remembered)
            {
                entries = entries.RemoveRange(0, entries.Count - Remembered);
            }
        }
    }

    /// <summary>Puts a newer card of the same key in the place of every older one; false when none of that key was shown here.</summary>
    public bool Replace(Card card)
    {
        lock (gate)
        {
            var changed = false;
            entries = entries.ConvertAll(entry =>
            {
                if (!entry.Cards.Any(shown => shown.Key == card.Key))
                {
                    return entry;
                }

                changed = true;
                return entry with { Cards = [.. entry.Cards.Select(shown => shown.Key == card.Key ? card : shown)] };
            });
            return changed;
        }
    }

    public bool IsFormToken(string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(given), System.Text.Encoding.UTF8.GetBytes(FormToken));
}
