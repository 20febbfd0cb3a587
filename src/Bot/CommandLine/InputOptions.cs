using System.CommandLine;

namespace Bot.CommandLine;

/// <summary>Options of commands that read objects from files instead of a cluster.</summary>
public sealed class InputOptions
{
    private readonly Option<string[]> from = new("--from") { Description = "files or folders of Kubernetes objects, or - for standard input, instead of a cluster", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> now = new("--now") { Description = "the moment to judge ages by (RFC 3339); default: now" };
    private readonly Option<string?> complete = new("--complete") { Description = "KIND[,KIND] or all: kinds of which the input holds everything" };

    public void AddTo(Command command)
    {
        command.Options.Add(from);
        command.Options.Add(now);
        command.Options.Add(complete);
    }

    public InputChoice Of(ParseResult parsed) => new(parsed.GetValue(from) ?? [], parsed.GetValue(now), parsed.GetValue(complete));
}
