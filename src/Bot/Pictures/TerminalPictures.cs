using System.Collections.Immutable;
using Bot.Clusters;
using Bot.CommandLine;
using Bot.Configuration;
using Bot.Core.Diagnosis;
using Bot.Core.Texts;
using Bot.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Pictures;

/// <summary>Where a command of its own process takes its pictures from: files, a named context, the configured clusters, or the demo.</summary>
public static class TerminalPictures
{
    public static async Task<PictureReading> ReadAsync(Invocation invocation, InputChoice choice, CancellationToken cancellationToken)
    {
        var configuration = invocation.Configuration;
        var maker = new PictureMaker(new Diagnoser(NullLogger<Diagnoser>.Instance), Invocation.SystemNamespaces(configuration.Options), invocation.Environments, configuration.Options);
        if (choice.From.Count > 0)
        {
            return FilePictures.Read(invocation, choice, maker);
        }

        if (!invocation.NamesCluster && ConfigurationReport.Tell(invocation) is { } faulty)
        {
            return PictureReading.Nothing(faulty);
        }

        var pictures = new ClusterPictures(new ClusterDoor(invocation.Clock, NullLoggerFactory.Instance, allowPrompts: !Console.IsInputRedirected), maker, configuration.Options, invocation.Redactor, invocation.Clock);
        if (!invocation.NamesCluster && DemoConfiguration.IsWanted(invocation.Demo || invocation.Scenario is not null, configuration, Environment.GetEnvironmentVariable))
        {
            return await DemoPictures.ReadAsync(invocation, pictures, cancellationToken);
        }

        var clusters = Choose(invocation, configuration.Options);
        if (clusters.Length == 0)
        {
            return PictureReading.Nothing(Answer.Fail(invocation, ExitCode.Usage, invocation.Cluster is { } unknown
                ? new TextKey("cli.unknown-cluster").With("value", unknown).With("known", string.Join(", ", configuration.Options.Clusters.Keys))
                : new TextKey("cli.no-cluster")));
        }

        var namespaces = configuration.Options.Environments.Values.SelectMany(environment => environment.Namespaces).Concat(Invocation.SystemNamespaces(configuration.Options)).Distinct(StringComparer.Ordinal);
        return new PictureReading(await pictures.ReadAsync(clusters, [.. namespaces], cancellationToken), []);
    }

    private static ImmutableArray<NamedCluster> Choose(Invocation invocation, BotOptions options) => invocation.NamesCluster
        ? [new NamedCluster(invocation.Context ?? "", new ClusterOptions { Kubeconfig = invocation.Kubeconfig is { } path ? Path.GetFullPath(path) : null, Context = invocation.Context })]
        : [.. options.Clusters.Where(pair => invocation.Cluster is null || pair.Key == invocation.Cluster).Select(pair => new NamedCluster(pair.Key, pair.Value))];
}
