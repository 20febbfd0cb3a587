using System.CommandLine;

namespace Bot.CommandLine.Commands;

/// <summary>A command that goes to the running bot: <c>approve</c>, <c>deny</c>, <c>cancel</c>, <c>unstick</c>, <c>refresh</c>.</summary>
public sealed class ActingCommand(Func<ParseResult, Invocation> invoke, string name, string description, string argument, string argumentDescription, bool takesReason = false, bool takesHard = false) : ITerminalCommand
{
    private readonly Argument<string> subject = new(argument) { Description = argumentDescription };
    private readonly Option<string?> reason = new("--reason") { Description = "why" };
    private readonly Option<bool> hard = new("--hard") { Description = "compare without the cache" };

    public Command Build()
    {
        var command = new Command(name, description) { subject };
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
