using Bot.Core.Texts;

namespace Bot.Core.Chat.Cards;

/// <summary>A rule's page (Markdown) as a card.</summary>
public static class RulePageCard
{
    /// <summary>Null when the rule has no page.</summary>
    public static Card? Of(string id, Localizer localizer)
    {
        if ((localizer.Catalogue.Page(localizer.Language, id) ?? localizer.Catalogue.Page(Language.En, id)) is not { } page)
        {
            return null;
        }

        var title = TitleOf(id, localizer);
        var heading = title.Length > 0 ? $"{id} · {title}" : id;
        return new Card { Push = CardText.Cut(heading, CardText.PushLimit), Title = heading, Tone = CardTone.Info, Sections = MarkdownSections.Of(page) };
    }

    /// <summary>The heading of the page; empty when it has none, or only the id.</summary>
    public static string TitleOf(string id, Localizer localizer)
    {
        var page = localizer.Catalogue.Page(localizer.Language, id) ?? localizer.Catalogue.Page(Language.En, id) ?? "";
        var first = page.Split('\n', 2)[0].TrimStart('#', ' ').Trim();
        return first.StartsWith(id, StringComparison.Ordinal) ? first[id.Length..].TrimStart(' ', ':', '-', '·', '—') : first;
    }
}
