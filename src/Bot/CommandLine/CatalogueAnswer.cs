using System.Collections.Immutable;
using Bot.Core.Approval;
using Bot.Core.Commands;
using Bot.Pictures;

namespace Bot.CommandLine;

/// <summary>Runs a command of the catalogue in this process and prints its cards, as text or as JSON.</summary>
public static class CatalogueAnswer
{
    public static async Task<int> RunAsync(Invocation invocation, ICommandHandler handler, (string Name, string Value)[] options, CancellationToken cancellationToken)
    {
        var context = new CommandContext
        {
            Actor = new Actor("cli", "", Environment.UserName, null),
            Localizer = invocation.Localizer,
            Options = options.ToImmutableDictionary(option => option.Name, option => option.Value),
        };
        return Print(invocation, await handler.ExecuteAsync(context, cancellationToken));
    }

    public static int Print(Invocation invocation, CommandResult result)
    {
        if (result.Outcome != CommandOutcome.Answered)
        {
            return Answer.Fail(invocation, result);
        }

        if (invocation.Json)
        {
            invocation.Terminal.Out.WriteLine(CardJson.Write(result.Cards, invocation.Redactor));
        }
        else
        {
            invocation.Terminal.Show(result.Cards, invocation.Redactor);
        }

        return ExitCode.Good;
    }
}
