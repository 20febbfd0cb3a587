using Bot.Core.Chat;

namespace Bot.CommandLine;

/// <summary>Writes a card as text: title, sections with aligned labels, literal text indented. Colour only where asked.</summary>
public static class TerminalCards
{
    private const int WidestLabel = 34;

    public static void Write(Card card, TextWriter output, bool colour)
    {
        output.WriteLine(Paint(card.Title, "1;" + CodeOf(card.Tone), colour));
        foreach (var section in card.Sections)
        {
            if (section.Heading.Length == 0 && section.Lines.Length == 0 && section.Code.Length == 0)
            {
                continue;
            }

            output.WriteLine();
            if (section.Heading.Length > 0)
            {
                output.WriteLine(Paint(section.Heading, "1", colour));
            }

            WriteLines(section, output, colour);
            if (section.Code.Length > 0)
            {
                foreach (var line in section.Code.ReplaceLineEndings("\n").Split('\n'))
                {
                    output.WriteLine("    " + line);
                }
            }
        }

        var commands = card.Buttons.Where(button => button is { Disabled: false, Action.Verb: "command" }).Select(button => button.Action.Argument).ToArray();
        if (commands.Length > 0)
        {
            output.WriteLine();
            output.WriteLine(Paint("→ " + string.Join("   ", commands), "36", colour));
        }

        if (card.Footer.Length > 0)
        {
            output.WriteLine();
            output.WriteLine(Paint(card.Footer, "2", colour));
        }
    }

    private static void WriteLines(CardSection section, TextWriter output, bool colour)
    {
        var width = section.Lines.Select(line => TextWidth.Of(line.Label)).Where(own => own <= WidestLabel).DefaultIfEmpty(0).Max();
        var previous = "";
        foreach (var line in section.Lines)
        {
            var label = line.Label == previous ? "" : line.Label;
            previous = line.Label;
            var gap = width == 0 && label.Length == 0 ? "" : new string(' ', Math.Max(2, width - TextWidth.Of(label) + 2));
            var text = line.Tone == CardTone.Neutral || line.Text.Length == 0 ? line.Text : Paint(line.Text, CodeOf(line.Tone), colour);
            output.WriteLine(("  " + label + gap + text).TrimEnd());
        }
    }

    private static string Paint(string text, string code, bool colour) => colour ? $"\e[{code}m{text}\e[0m" : text;

    private static string CodeOf(CardTone tone) => tone switch
    {
        CardTone.Good => "32",
        CardTone.Info or CardTone.Busy => "36",
        CardTone.Warning => "33",
        CardTone.Serious => "35",
        CardTone.Critical => "31",
        CardTone.Blind => "90",
        _ => "39",
    };
}
