using System.Collections.Immutable;
using Bot.Clusters;
using Bot.Configuration;
using Bot.Core.Clusters;

namespace Bot.Sources;

/// <summary>What the configuration gives to look at beside a cluster's API: the probes of its environments, and the Prometheus that knows its volumes.</summary>
public sealed class ClusterSources : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);

    private readonly TimeProvider clock;

    /// <param name="cluster">A cluster that is not one of the configuration (a context named on the command line) has no such sources.</param>
    /// <param name="options">Names probes and Prometheus; checked before.</param>
    /// <param name="clock">Times of readings, patience and pauses.</param>
    public ClusterSources(NamedCluster cluster, BotOptions options, TimeProvider clock)
    {
        this.clock = clock;
        var isConfigured = options.Clusters.TryGetValue(cluster.Name, out var own) && own == cluster.Options;
        All = isConfigured ? [.. Probes(cluster.Name, options, clock), .. Prometheus(cluster.Name, options, clock)] : [];
    }

    public ImmutableArray<ISnapshotSource> All { get; }

    /// <summary>Asks every source once and adds what it delivered.</summary>
    public async Task<ClusterSnapshot> AddToAsync(ClusterSnapshot snapshot, CancellationToken cancellationToken)
    {
        foreach (var source in await Task.WhenAll(All.Select(source => source.ReadAsync(cancellationToken))))
        {
            snapshot = snapshot.With(source.Reading, source.Items);
        }

        return snapshot;
    }

    /// <summary>Asks every source at once and then every minute, until cancelled; ends without an exception.</summary>
    public async Task RunAsync(Action<SourceReading> supply, CancellationToken cancellationToken)
    {
        await Task.WhenAll(All.Select(source => RunAsync(source, supply, cancellationToken)));
    }

    public void Dispose()
    {
        foreach (var source in All.OfType<IDisposable>())
        {
            source.Dispose();
        }
    }

    private async Task RunAsync(ISnapshotSource source, Action<SourceReading> supply, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                supply(await source.ReadAsync(cancellationToken));
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
    }

    private static IEnumerable<ISnapshotSource> Probes(string cluster, BotOptions options, TimeProvider clock)
    {
        ImmutableArray<ProbedAddress> addresses =
        [
            .. options.Environments
                .Where(environment => Means(environment.Value.Cluster, cluster, options))
                .SelectMany(environment => environment.Value.Probes.Select(probe => new ProbedAddress(environment.Key, new Uri(probe.Url), probe.Expect))),
        ];
        return addresses.Length > 0 ? [new HttpProbes(addresses, clock)] : [];
    }

    private static IEnumerable<ISnapshotSource> Prometheus(string cluster, BotOptions options, TimeProvider clock) =>
        options.Prometheus.Url.Length > 0 && Means(options.Prometheus.Cluster, cluster, options)
            ? [new PrometheusVolumes(new Uri(options.Prometheus.Url), options.Prometheus.Token, clock)]
            : [];

    private static bool Means(string named, string cluster, BotOptions options) => named.Length > 0 ? named == cluster : options.Clusters.Count == 1;
}
