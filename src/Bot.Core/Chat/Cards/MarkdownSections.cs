using System.Collections.Immutable;
using System.Text;

namespace Bot.Core.Chat.Cards;

/// <summary>Makes card sections of the small Markdown of rule pages: headings, paragraphs, lists, fenced code. The first heading is left out: it is the card's title.</summary>
public static class MarkdownSections
{
    public static ImmutableArray<CardSection> Of(string markdown)
    {
        var sections = ImmutableArray.CreateBuilder<CardSection>();
        var heading = "";
        var lines = ImmutableArray.CreateBuilder<CardLine>();
        var code = new StringBuilder();
        var fenced = false;
        void Close()
        {
            if (lines.Count > 0 || code.Length > 0)
            {
                sections.Add(new CardSection(heading, lines.ToImmutable()) { Code = code.ToString().TrimEnd() });
            }

            lines.Clear();
            code.Clear();
            heading = "";
        }

        foreach (var raw in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (raw.StartsWith("```", StringComparison.Ordinal))
            {
                fenced = !fenced;
                if (!fenced)
                {
                    Close();
                }
            }
            else if (fenced)
            {
                code.Append(raw).Append('\n');
            }
            else if (raw.StartsWith('#'))
            {
                Close();
                heading = raw.StartsWith("# ", StringComparison.Ordinal) ? "" : raw.TrimStart('#', ' ');
            }
            else if (raw.Trim() is { Length: > 0 } text)
            {
                lines.Add(new CardLine("", text));
            }
        }

        Close();
        return sections.ToImmutable();
    }
}
