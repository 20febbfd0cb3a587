using Bot.Core.Chat;
using Bot.Core.Redaction;
using Bot.Core.Texts;

namespace Bot.CommandLine;

/// <summary>The terminal that a command talks to: the answer on <see cref="Out"/>, everything else on <see cref="Error"/>.</summary>
public sealed class Terminal(TextWriter output, TextWriter error, Stream input, bool colour)
{
    public TextWriter Out => output;

    public TextWriter Error => error;

    public Stream Input => input;

    /// <summary>The process's own; colour only on a terminal that wants it.</summary>
    public static Terminal OfProcess() => new(
        Console.Out,
        Console.Error,
        Console.OpenStandardInput(),
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb");

    public void Show(IEnumerable<Card> cards, IRedactor redactor)
    {
        var first = true;
        foreach (var card in cards)
        {
            if (!first)
            {
                output.WriteLine();
            }

            TerminalCards.Write(CardMask.Apply(card, redactor), output, colour);
            first = false;
        }
    }

    /// <summary>A line beside the answer: a hint, a fault, progress.</summary>
    public void Note(Localizer localizer, TextKey text) => error.WriteLine(localizer.Text(text));
}
