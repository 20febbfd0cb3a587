using System.CommandLine;

namespace Bot.CommandLine.Commands;

/// <summary>A command that goes to the running bot: <c>approve</c>, <c>deny</c>, <c>cancel</c>, <c>unstick</c>, <c>sync</c>, <c>refresh</c>.</summary>
public sealed class ActingCommand(Func<ParseResult, Invocation> invoke, string name, string argument, bool takesReason = false, bool takesHard = false) : ITerminalCommand
{
    private readonly Argument<string> subject = new(argument);
    private readonly Option<string?> reason = new("--reason");
    private readonly Option<bool> hard = new("--hard");

    public Command Build()
    {
        var command = new Command(name) { subject };
        if (takesReason)
        {
            command.Options.Add(reason);
        }

        if (takesHard)
        {
            command.Options.Add(hard);
        }

        command.SetAction((parsed, cancellationToken) => RunningBot.SendAsync(invoke(parsed), LineOf(parsed), cancellationToken));
        return command;
    }

    private string LineOf(ParseResult parsed)
    {
        var line = $"/{name} \"{parsed.GetValue(subject)}\"";
        if (takesReason && parsed.GetValue(reason) is { Length: > 0 } why)
        {
            line += $" \"{why.Replace('"', '\'')}\"";
        }

        return takesHard && parsed.GetValue(hard) ? line + " hard" : line;
    }
}
