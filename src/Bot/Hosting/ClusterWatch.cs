using Bot.Clusters;
using Microsoft.Extensions.Hosting;

namespace Bot.Hosting;

/// <summary>Keeps every cluster watched while the bot runs.</summary>
public sealed class ClusterWatch(ObservedClusters clusters) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(clusters.All.Select(cluster => Task.Run(() => cluster.RunAsync(stoppingToken), CancellationToken.None)));
}
