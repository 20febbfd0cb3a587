using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Pictures;

namespace Bot.CommandLine;

/// <summary>How commands end: a refusal or fault goes to stderr and becomes its exit status; the answer alone stands on stdout.</summary>
public static class Answer
{
    public static int Fail(Invocation invocation, CommandResult result)
    {
        foreach (var card in result.Cards)
        {
            TerminalCards.Write(Core.Chat.CardMask.Apply(card, invocation.Redactor), invocation.Terminal.Error, colour: false);
        }

        return ExitCode.Of(result.Outcome);
    }

    public static int Fail(Invocation invocation, int code, TextKey message)
    {
        invocation.Terminal.Error.WriteLine(invocation.Redactor.Mask(invocation.Localizer.Text(message)));
        return code;
    }

    /// <summary>Every demo screen says so.</summary>
    public static void Demo(Invocation invocation, PictureReading reading)
    {
        if (reading.IsDemo)
        {
            invocation.Terminal.Out.WriteLine(invocation.Localizer.Text("cli.demo"));
        }
    }

    /// <summary>True when not one object came out of input that could not be read: then "nothing wrong" would be a lie.</summary>
    public static bool ReadNothing(PictureReading reading) =>
        reading.Unread.Length > 0 && reading.Pictures.All(picture => picture.Snapshot is { ObjectCount: 0 });

    public static void Unread(Invocation invocation, PictureReading reading)
    {
        foreach (var document in reading.Unread)
        {
            var key = document.Document == 0 ? new TextKey("cli.unread-file") : new TextKey("cli.unread").With("document", document.Document).With("line", document.Line);
            invocation.Terminal.Note(invocation.Localizer, key.With("file", document.File).With("message", invocation.Redactor.Mask(document.Message)));
        }
    }
}
