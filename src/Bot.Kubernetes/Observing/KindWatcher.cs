using Bot.Core.Clusters;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;
using Bot.Kubernetes.Kinds;

namespace Bot.Kubernetes.Observing;

/// <summary>Keeps one kind current for as long as it runs: lists, watches, lists again.</summary>
internal sealed class KindWatcher(IKubernetesClient client, KindLister lister, KindEntry entry, ObservedKind kind, SemaphoreSlim lists, ObserverTimes times, TimeProvider clock)
{
    private TimeSpan pause = times.Retry;

    /// <param name="listed">Called after each list, whatever it brought.</param>
    /// <param name="changed">Called when a watch changed the picture.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task RunAsync(Action<KindListing> listed, Action changed, CancellationToken cancellationToken)
    {
        for (var fromCache = true; ; fromCache = false)
        {
            var listing = await ListAsync(fromCache, cancellationToken);
            kind.Take(listing);
            listed(listing);
            var wait = listing.CanBeWatched ? await WatchAsync(listing, changed, cancellationToken) : PauseAfter(listing);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }

    private async Task<KindListing> ListAsync(bool fromCache, CancellationToken cancellationToken)
    {
        await lists.WaitAsync(cancellationToken);
        try
        {
            return await lister.ListAsync(entry, fromCache, cancellationToken);
        }
        finally
        {
            lists.Release();
        }
    }

    /// <summary>Watches every place that was listed until the first of them has to be listed again. Returns how long to wait before that.</summary>
    private async Task<TimeSpan> WatchAsync(KindListing listing, Action changed, CancellationToken cancellationToken)
    {
        pause = times.Retry;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var places = listing.Starts.Select(start => WatchAsync(listing.Resource!, start, changed, stop.Token)).ToList();
        var first = await Task.WhenAny(places);
        await stop.CancelAsync();
        try
        {
            await Task.WhenAll(places);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The other places were told to stop because one has to be listed again.
        }

        return await first ? TimeSpan.Zero : times.Tick;
    }

    /// <summary>True when the list is to be read again at once; false when watching is not possible and lists must do, from time to time.</summary>
    private async Task<bool> WatchAsync(ApiResource resource, WatchStart start, Action changed, CancellationToken cancellationToken)
    {
        var options = new WatchOptions { MetadataOnly = entry.MetadataOnly };
        await foreach (var change in client.WatchAsync(resource, start.Namespace, start.ResourceVersion, entry.Reader, options, cancellationToken))
        {
            if (kind.Take(change, clock.GetUtcNow()))
            {
                changed();
            }

            if (change.Kind is WatchEventKind.RelistNeeded or WatchEventKind.Failed)
            {
                return change.Kind == WatchEventKind.RelistNeeded;
            }
        }

        return true;
    }

    private TimeSpan PauseAfter(KindListing listing)
    {
        if (entry.Scope == ListScope.Named)
        {
            return times.Tick;
        }

        if (listing.Failure is { Kind: ApiFailureKind.Forbidden or ApiFailureKind.KindMissing })
        {
            return times.LookAgain;
        }

        var now = pause;
        pause = pause * 2 < times.RetryAtMost ? pause * 2 : times.RetryAtMost;
        return now;
    }
}
