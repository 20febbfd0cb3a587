using System.CommandLine;
using Bot.Core.Commands.Handlers;

namespace Bot.CommandLine.Commands;

/// <summary><c>bot explain TERM</c>.</summary>
public sealed class ExplainCommand(Func<ParseResult, Invocation> invoke) : ITerminalCommand
{
    private readonly Argument<string[]> term = new("TERM") { Arity = ArgumentArity.OneOrMore };

    public Command Build()
    {
        var command = new Command("explain") { term };
        command.SetAction((parsed, cancellationToken) =>
            CatalogueAnswer.RunAsync(invoke(parsed), new ExplainHandler(), [("term", string.Join(' ', parsed.GetValue(term) ?? []))], cancellationToken));
        return command;
    }
}
