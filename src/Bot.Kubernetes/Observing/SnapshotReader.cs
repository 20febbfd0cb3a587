using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;
using Bot.Kubernetes.Kinds;

namespace Bot.Kubernetes.Observing;

/// <summary>Reads a cluster once, for the commands that look and go.</summary>
public sealed class SnapshotReader(IKubernetesClient client, TimeProvider clock)
{
    private const int Connections = 4;

    /// <summary>
    /// All kinds in parallel, the large ones first, as the server's caches have them. A kind that cannot be read is a gap of the snapshot;
    /// a server that cannot be reached at all is a failure.
    /// </summary>
    public async Task<ApiResult<ClusterSnapshot>> ReadOnceAsync(string cluster, ImmutableArray<KindEntry> kinds, ObservationScope scope, CancellationToken cancellationToken)
    {
        var lister = new KindLister(client, clock, scope);
        var listings = new KindListing[kinds.Length];
        var reached = false;
        ApiFailure? unreachable = null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await Parallel.ForAsync(0, kinds.Length, new ParallelOptions { MaxDegreeOfParallelism = Connections, CancellationToken = stop.Token }, async (index, token) =>
            {
                // The token that the loop hands out learns of the end a little later than its source.
                if (stop.IsCancellationRequested)
                {
                    return;
                }

                var listing = await lister.ListAsync(kinds[index], fromCache: true, token);
                listings[index] = listing;
                if (listing.Failure is not { IsUnreachable: true })
                {
                    reached = true;
                }
                else if (!reached)
                {
                    unreachable ??= listing.Failure;
                    await stop.CancelAsync();
                }
            });
        }
        catch (OperationCanceledException) when (unreachable is not null && !cancellationToken.IsCancellationRequested)
        {
            return unreachable;
        }

        if (unreachable is not null)
        {
            return unreachable;
        }

        var builder = new ClusterSnapshotBuilder(cluster);
        foreach (var listing in listings)
        {
            builder.With(listing.Reading).Replace(listing.Reading.Kind, ObjectOrder.Sorted(listing.Items));
        }

        return builder.Build(clock.GetUtcNow());
    }
}
