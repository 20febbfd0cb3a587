using Bot.Clusters;
using Bot.CommandLine;
using Bot.Configuration;
using Bot.Core.Texts;
using Bot.Hosting;
using Bot.Simulator;
using Bot.Simulator.Scenarios;

namespace Bot.Pictures;

/// <summary>Pictures of the simulated cluster: that of the running bot when there is one, else a scenario played in this process.</summary>
public static class DemoPictures
{
    public const string DefaultScenario = "seed-002";

    public static async Task<PictureReading> ReadAsync(Invocation invocation, ClusterPictures pictures, CancellationToken cancellationToken)
    {
        using var folder = new PrivateFolder();
        if (invocation.Scenario is null && invocation.ScenarioFolder is null && RunFile.Find(invocation.DataDirectory) is { DemoKubeconfig: { } running } file)
        {
            invocation.Terminal.Note(invocation.Localizer, new TextKey("cli.demo.running").With("pid", file.ProcessId));
            return await LookAsync(invocation, folder.Write("kubeconfig", running), pictures, cancellationToken);
        }

        var scenario = invocation.Scenario ?? DefaultScenario;
        invocation.Terminal.Note(invocation.Localizer, new TextKey("cli.demo.own").With("folder", invocation.DataDirectory).With("scenario", scenario));
        try
        {
            await using var cluster = await SimulatedCluster.StartAsync(new SimulatedClusterOptions { Scenario = scenario, ScenarioDirectory = invocation.ScenarioFolder, TimeProvider = invocation.Clock }, cancellationToken);
            return await LookAsync(invocation, folder.Write("kubeconfig", cluster.ReadOnlyKubeconfig), pictures, cancellationToken);
        }
        catch (ScenarioException fault)
        {
            await invocation.Terminal.Error.WriteLineAsync(fault.Message);
            return PictureReading.Nothing(ExitCode.Usage);
        }
    }

    private static async Task<PictureReading> LookAsync(Invocation invocation, string kubeconfig, ClusterPictures pictures, CancellationToken cancellationToken)
    {
        DemoConfiguration.Apply(invocation.Configuration.Options, kubeconfig);
        return new PictureReading(await pictures.ReadAsync([new NamedCluster(DemoConfiguration.Cluster, new ClusterOptions { Kubeconfig = kubeconfig })], [], cancellationToken), []) { IsDemo = true };
    }
}
