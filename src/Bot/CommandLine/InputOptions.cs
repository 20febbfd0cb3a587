using System.CommandLine;

namespace Bot.CommandLine;

/// <summary>Options of commands that read objects from files instead of a cluster.</summary>
public sealed class InputOptions
{
    private readonly Option<string[]> from = new("--from") { AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> now = new("--now");
    private readonly Option<string?> complete = new("--complete");

    public void AddTo(Command command)
    {
        command.Options.Add(from);
        command.Options.Add(now);
        command.Options.Add(complete);
    }

    public InputChoice Of(ParseResult parsed) => new(parsed.GetValue(from) ?? [], parsed.GetValue(now), parsed.GetValue(complete));
}
