using System.Diagnostics;
using Bot.Core.Clusters;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Authentication;
using Bot.Kubernetes.Client.Configuration;
using Bot.Kubernetes.Kinds;
using Bot.Kubernetes.Observing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Benchmarks.Reading;

/// <summary>The process that is measured: reads everything once, as the commands do, and says what it has.</summary>
internal static class ReadOnce
{
    public static async Task<int> RunAsync(string url)
    {
        var connection = new ClusterConnection { Server = new Uri(url), Source = "benchmark", Credentials = StaticCredentialSource.Token("bench") };
        using var client = new KubernetesClient(connection, TimeProvider.System, new Random(1), NullLogger<KubernetesClient>.Instance);
        var started = new DateTimeOffset(Process.GetCurrentProcess().StartTime.ToUniversalTime());
        var before = TimeProvider.System.GetUtcNow();
        var read = await new SnapshotReader(client, TimeProvider.System).ReadOnceAsync("bench", KindTable.OfTheApi, ObservationScope.Default, CancellationToken.None);
        if (!read.IsSuccess)
        {
            Console.Error.WriteLine(read.Failure.Message);
            return 69;
        }

        var after = TimeProvider.System.GetUtcNow();
        Console.WriteLine($"{read.Value.All<Pod>().Count()} pods, {read.Value.All<Application>().Count()} Applications; start {(before - started).TotalMilliseconds:f0} ms, reading {(after - before).TotalMilliseconds:f0} ms, heap {GC.GetTotalMemory(false) / 1e6:f0} MB after {GC.CollectionCount(0)}/{GC.CollectionCount(1)}/{GC.CollectionCount(2)} collections, allocated {GC.GetTotalAllocatedBytes() / 1e6:f0} MB");
        return 0;
    }
}
