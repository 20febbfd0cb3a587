using System.Collections.Immutable;
using Bot.Configuration;
using Bot.Core.Redaction;
using Bot.Kubernetes.Observing;
using Bot.Pictures;
using Bot.Sources;
using Microsoft.Extensions.Logging;

namespace Bot.Clusters;

/// <summary>Every configured cluster, watched. A kubeconfig that cannot be used was found by the check before the start.</summary>
public sealed class ObservedClusters : IDisposable
{
    public ObservedClusters(LoadedConfiguration configuration, ClusterDoor door, PictureMaker maker, IRedactor redactor, TimeProvider clock, ILoggerFactory loggers)
    {
        var options = configuration.Options;
        var namespaces = options.Environments.Values.SelectMany(environment => environment.Namespaces).Concat(CommandLine.Invocation.SystemNamespaces(options)).Distinct(StringComparer.Ordinal).ToImmutableArray();
        All =
        [
            .. options.Clusters.Select(pair =>
            {
                var cluster = new NamedCluster(pair.Key, pair.Value);
                return new ObservedCluster(cluster, door.Open(door.Find(pair.Value).Value), new ObservationScope(namespaces, pair.Value.ArgoCdNamespace), new ClusterSources(cluster, options, clock), maker, redactor, clock, loggers);
            }),
        ];
    }

    public ImmutableArray<ObservedCluster> All { get; }

    public void Dispose()
    {
        foreach (var cluster in All)
        {
            cluster.Dispose();
        }
    }
}
