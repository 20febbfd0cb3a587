using System.CommandLine;
using Bot.Clusters;
using Bot.Core.Chat.Cards;
using Bot.Core.Commands;
using Bot.Core.Doctor;
using Bot.Doctor;
using Bot.Hosting;
using Bot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.CommandLine.Commands;

/// <summary><c>bot doctor</c>: configuration, store, clusters.</summary>
public sealed class DoctorCommand(Func<ParseResult, Invocation> invoke) : ITerminalCommand
{
    public Command Build()
    {
        var command = new Command("doctor");
        command.SetAction((parsed, cancellationToken) => RunAsync(invoke(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var configuration = invocation.Configuration;
        if (invocation.NamesCluster)
        {
            configuration.Options.Clusters.Clear();
            configuration.Options.Clusters[invocation.Context ?? ""] = new Configuration.ClusterOptions { Kubeconfig = invocation.Kubeconfig, Context = invocation.Context };
        }

        IDoctorCheck[] checks =
        [
            new ConfigurationCheck(configuration),
            new StoreDoctorCheck(BotComposition.StorePath(configuration.Options, invocation.DataDirectory), invocation.Redactor, invocation.Clock),
            new ClusterCheck(configuration, new ClusterDoor(invocation.Clock, NullLoggerFactory.Instance, allowPrompts: !Console.IsInputRedirected), invocation.Clock),
        ];
        var results = new List<DoctorResult>();
        foreach (var check in checks)
        {
            results.AddRange(await check.RunAsync(cancellationToken));
        }

        CatalogueAnswer.Print(invocation, CommandResult.Of(DoctorCard.Of(results, invocation.Localizer)));
        return results.Exists(result => result.Status == DoctorStatus.Bad) ? ExitCode.Warnings : ExitCode.Good;
    }
}
