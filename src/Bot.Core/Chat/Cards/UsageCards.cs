using Bot.Core.Commands;
using Bot.Core.Texts;

namespace Bot.Core.Chat.Cards;

/// <summary>Answers to a line that could not be carried out: unknown command, missing option, a bug.</summary>
public static class UsageCards
{
    public static CommandResult UnknownCommand(string typed, IEnumerable<string> known, Localizer localizer)
    {
        var nearest = NearestNames.Of(typed, known);
        var text = nearest.Count > 0
            ? localizer.Text("usage.unknown-command.nearest", ("command", "/" + typed), ("nearest", string.Join(", ", nearest.Select(name => "/" + name))))
            : localizer.Text("usage.unknown-command", ("command", "/" + typed));
        return Small(CommandOutcome.Misused, text, localizer.Text("usage.see-help"));
    }

    public static CommandResult Misused(ParsedLine line, Localizer localizer)
    {
        var text = line.Missing is { } missing
            ? localizer.Text("usage.missing", ("option", missing), ("meaning", localizer.Text($"command.{line.Name}.option.{missing}")))
            : localizer.Text("usage.unexpected", ("word", line.Unexpected ?? ""));
        return Small(CommandOutcome.Misused, text, Signature(line.Command!, localizer));
    }

    /// <summary>Something was named that is not there; the nearest names are offered.</summary>
    public static CommandResult NotFound(string key, string typed, IEnumerable<string> known, Localizer localizer)
    {
        var nearest = NearestNames.Of(typed, known);
        var text = localizer.Text(key, ("name", typed));
        return Small(
            CommandOutcome.NotFound,
            nearest.Count > 0 ? text + " " + localizer.Text("usage.nearest", ("nearest", string.Join(", ", nearest))) : text,
            "");
    }

    public static CommandResult Bug(string command, string correlation, Localizer localizer) =>
        Small(CommandOutcome.Failed, localizer.Text("usage.bug", ("command", "/" + command)), localizer.Text("usage.correlation", ("id", correlation)));

    /// <summary><c>/unstick app [reason] - what it does</c>.</summary>
    public static string Signature(CommandDefinition command, Localizer localizer) =>
        $"{Usage(command)} - {localizer.Text($"command.{command.Name}.description")}";

    public static string Usage(CommandDefinition command) =>
        string.Join(' ', command.Options.Select(option => option.Required ? option.Name : $"[{option.Name}]").Prepend("/" + command.Name));

    private static CommandResult Small(CommandOutcome outcome, string text, string detail) =>
        new(outcome, [new Card { Push = text, Title = text, Tone = CardTone.Neutral, Sections = detail.Length == 0 ? [] : [new CardSection("", [new CardLine("", detail)])] }]) { Ephemeral = true };
}
