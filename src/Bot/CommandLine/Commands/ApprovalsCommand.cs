using System.CommandLine;
using Bot.Core.Approval;
using Bot.Core.Chat;
using Bot.Core.Chat.Cards;
using Bot.Core.Commands;
using Bot.Hosting;
using Bot.Storage.Sqlite;

namespace Bot.CommandLine.Commands;

/// <summary><c>bot approvals</c>: open requests, as the store has them.</summary>
public sealed class ApprovalsCommand(Func<ParseResult, Invocation> invoke) : ITerminalCommand
{
    private const int Most = 50;

    private readonly Option<bool> all = new("--all");

    public Command Build()
    {
        var command = new Command("approvals") { all };
        command.SetAction((parsed, cancellationToken) => RunAsync(invoke(parsed), !parsed.GetValue(all), cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(Invocation invocation, bool openOnly, CancellationToken cancellationToken) => StoreReading.WithAsync(invocation, async (database, log) =>
    {
        var requests = await new SqliteApprovalStore(database, log).ListAsync(openOnly, Most, cancellationToken);
        var localizer = invocation.Localizer;
        var heading = openOnly ? "pending" : "requests";
        var title = requests.Count == 0 ? localizer.Text($"card.{heading}.none") : localizer.Text($"card.{heading}.title", ("count", requests.Count), ("open", requests.Count(request => !request.IsFinal)));
        var head = new Card { Push = title, Title = title };
        var approvers = ApproversFor(invocation);
        return CatalogueAnswer.Print(invocation, new CommandResult(CommandOutcome.Answered, [head, .. requests.Select(request => ApprovalCards.Of(request, localizer, viewer: null, approvers(request)))]));
    });

    private static Func<ApprovalRequest, string[]?> ApproversFor(Invocation invocation)
    {
        if (RunFile.Find(invocation.DataDirectory) is { Scenario: not null }
            || DemoConfiguration.IsWanted(invocation.Demo || invocation.Scenario is not null, invocation.Configuration, Environment.GetEnvironmentVariable))
        {
            DemoConfiguration.Apply(invocation.Configuration.Options, kubeconfig: "");
        }

        var people = BotComposition.PeopleOf(invocation.Configuration.Options);
        var policies = BotComposition.PoliciesOf(invocation.Configuration.Options);
        return request => Approvers.Of(request, policies.For(request.Plan.Environment), people)?.Select(person => person.DisplayName).ToArray();
    }
}
