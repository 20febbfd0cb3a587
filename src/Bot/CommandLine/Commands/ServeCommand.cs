using System.CommandLine;
using Bot.Core.Audit;
using Bot.Core.Texts;
using Bot.Hosting;
using Bot.Simulator;
using Bot.Simulator.Scenarios;

namespace Bot.CommandLine.Commands;

/// <summary><c>bot [serve]</c>: the bot itself, with its console. With nothing configured: the demo.</summary>
public sealed class ServeCommand(Func<ParseResult, Invocation> invoke) : ITerminalCommand
{
    public Command Build()
    {
        var command = new Command("serve");
        command.SetAction(RunAsync);
        return command;
    }

    public async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var invocation = invoke(parsed);
        if (ConfigurationReport.Tell(invocation) is { } faulty)
        {
            return faulty;
        }

        var folder = invocation.DataDirectory;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Answer.Fail(invocation, ExitCode.Refused, new TextKey("cli.serve.folder").With("folder", folder).With("message", fault.Message));
        }

        using var held = RunLock.Take(folder);
        if (held is null)
        {
            var other = RunFile.Find(folder);
            return Answer.Fail(invocation, ExitCode.Refused, new TextKey("cli.serve.running").With("folder", folder).With("pid", other?.ProcessId ?? 0).With("url", other?.Url ?? "?"));
        }

        try
        {
            return DemoConfiguration.IsWanted(invocation.Demo || invocation.Scenario is not null, invocation.Configuration, Environment.GetEnvironmentVariable)
                ? await RunDemoAsync(invocation, folder, cancellationToken)
                : await BotServer.RunAsync(invocation, folder, demo: null, cancellationToken);
        }
        catch (StoreUnavailableException fault)
        {
            return Answer.Fail(invocation, ExitCode.Refused, fault.Text);
        }
        finally
        {
            RunFile.Delete(folder);
        }
    }

    private static async Task<int> RunDemoAsync(Invocation invocation, string folder, CancellationToken cancellationToken)
    {
        using var own = new PrivateFolder();
        try
        {
            await using var cluster = await SimulatedCluster.StartAsync(
                new SimulatedClusterOptions { Scenario = invocation.Scenario ?? Pictures.DemoPictures.DefaultScenario, ScenarioDirectory = invocation.ScenarioFolder, TimeProvider = invocation.Clock },
                cancellationToken);
            DemoConfiguration.Apply(invocation.Configuration.Options, own.Write("kubeconfig", cluster.AdminKubeconfig));
            return await BotServer.RunAsync(invocation, folder, cluster, cancellationToken);
        }
        catch (ScenarioException fault)
        {
            await invocation.Terminal.Error.WriteLineAsync(fault.Message);
            return ExitCode.Usage;
        }
    }
}
