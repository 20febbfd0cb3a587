using System.CommandLine;
using Bot.Core.Chat;
using Bot.Core.Chat.Cards;
using Bot.Core.Commands;
using Bot.Storage.Sqlite;

namespace Bot.CommandLine.Commands;

/// <summary><c>bot approvals</c>: open requests, as the store has them.</summary>
public sealed class ApprovalsCommand(Func<ParseResult, Invocation> invoke) : ITerminalCommand
{
    private const int Most = 50;

    private readonly Option<bool> all = new("--all") { Description = "ended ones too" };

    public Command Build()
    {
        var command = new Command("approvals", "Open requests with their plans.") { all };
        command.SetAction((parsed, cancellationToken) => RunAsync(invoke(parsed), !parsed.GetValue(all), cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(Invocation invocation, bool openOnly, CancellationToken cancellationToken) => StoreReading.WithAsync(invocation, async (database, log) =>
    {
        var requests = await new SqliteApprovalStore(database, log).ListAsync(openOnly, Most, cancellationToken);
        var localizer = invocation.Localizer;
        var title = requests.Count == 0 ? localizer.Text("card.pending.none") : localizer.Text("card.pending.title", ("count", requests.Count));
        var head = new Card { Push = title, Title = title };
        return CatalogueAnswer.Print(invocation, new CommandResult(CommandOutcome.Answered, [head, .. requests.Select(request => ApprovalCards.Of(request, localizer, viewer: null))]));
    });
}
