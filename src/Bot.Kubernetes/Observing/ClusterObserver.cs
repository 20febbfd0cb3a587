using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using Bot.Core.Clusters;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Kinds;
using Microsoft.Extensions.Logging;

namespace Bot.Kubernetes.Observing;

/// <summary>Keeps the picture of one cluster current. It never fails: what cannot be read is a gap of the picture.</summary>
public sealed partial class ClusterObserver : IClusterView, IDisposable
{
    private const int ListsAtOnce = 4;

    private readonly IKubernetesClient client;
    private readonly ObservationScope scope;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly ObserverTimes times;
    private readonly ImmutableArray<(KindEntry Entry, ObservedKind Kind)> kinds;
    private readonly ConcurrentDictionary<string, (KindReading Reading, ImmutableArray<ClusterObject> Items)> supplied = [];
    private readonly ConcurrentDictionary<string, ReadingState> states = [];
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SnapshotListeners listeners;
    private readonly SemaphoreSlim lists = new(ListsAtOnce);

    /// <param name="cluster">The configured name.</param>
    /// <param name="client">Speaks to the API server.</param>
    /// <param name="scope">Where to look.</param>
    /// <param name="clock">All waiting is by this clock.</param>
    /// <param name="logger">Hears when a kind becomes readable or ceases to be.</param>
    /// <param name="times">The pace; the default when null.</param>
    /// <param name="entries">The kinds to observe; all that an API server holds when null.</param>
    public ClusterObserver(string cluster, IKubernetesClient client, ObservationScope scope, TimeProvider clock, ILogger<ClusterObserver> logger, ObserverTimes? times = null, ImmutableArray<KindEntry>? entries = null)
    {
        Cluster = cluster;
        this.client = client;
        this.scope = scope;
        this.clock = clock;
        this.logger = logger;
        this.times = times ?? ObserverTimes.Default;
        kinds = [.. (entries ?? KindTable.OfTheApi).Select(entry => (entry, new ObservedKind(entry.Kind)))];
        listeners = new SnapshotListeners(cluster, logger);
    }

    public string Cluster { get; }

    public ClusterSnapshot? Current => listeners.Current;

    public IDisposable Subscribe(Action<ClusterSnapshot> listener) => listeners.Add(listener);

    public Task<ClusterSnapshot?> WaitForAsync(Func<ClusterSnapshot, bool> condition, TimeSpan limit, CancellationToken cancellationToken) =>
        listeners.WaitForAsync(condition, limit, clock, cancellationToken);

    /// <summary>Adds what a source other than the API delivered (log excerpts, volume usage, probes); replaces what it delivered before.</summary>
    public void Supply(KindReading reading, ImmutableArray<ClusterObject> items)
    {
        supplied[reading.Kind] = (reading, items);
        Signal();
    }

    /// <summary>Observes until cancelled; ends promptly and without an exception then.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var lister = new KindLister(client, clock, scope);
        var watching = kinds.Select(pair => new KindWatcher(client, lister, pair.Entry, pair.Kind, lists, times, clock)
            .RunAsync(listing => Listed(pair.Entry, listing), Signal, cancellationToken)).ToList();
        watching.Add(PublishAsync(cancellationToken));
        try
        {
            await Task.WhenAll(watching);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.Stopped(logger, Cluster);
        }
    }

    public void Dispose() => lists.Dispose();

    private void Listed(KindEntry entry, KindListing listing)
    {
        var state = listing.Reading.State;
        if (!states.TryGetValue(entry.Kind, out var before) || before != state)
        {
            states[entry.Kind] = state;
            Tell(entry, listing);
        }

        Signal();
    }

    private void Tell(KindEntry entry, KindListing listing)
    {
        switch (listing.Reading.State)
        {
            case ReadingState.Forbidden:
                Log.Forbidden(logger, Cluster, entry.Kind, listing.Reading.Gap ?? "");
                break;
            case ReadingState.Failed:
                Log.Failed(logger, Cluster, entry.Kind, listing.Reading.Gap ?? "");
                break;
            default:
                Log.Read(logger, Cluster, entry.Kind, listing.Reading.State, listing.Items.Length);
                break;
        }
    }

    private void Signal() => signals.Writer.TryWrite(true);

    private async Task PublishAsync(CancellationToken cancellationToken)
    {
        await using var tick = clock.CreateTimer(_ => Signal(), state: null, times.Tick, times.Tick);
        while (true)
        {
            await signals.Reader.ReadAsync(cancellationToken);
            if (states.Count < kinds.Length)
            {
                continue;
            }

            if (Current is not null)
            {
                await Task.Delay(times.Debounce, clock, cancellationToken);
                signals.Reader.TryRead(out _);
            }

            listeners.Publish(Build());
        }
    }

    private ClusterSnapshot Build()
    {
        var now = clock.GetUtcNow();
        var builder = new ClusterSnapshotBuilder(Cluster);
        foreach (var (reading, items) in kinds.Select(pair => pair.Kind.Picture(now)).Concat(supplied.Values))
        {
            builder.With(reading).Replace(reading.Kind, items);
        }

        return builder.Build(now);
    }

    private static partial class Log
    {
        [LoggerMessage(2100, LogLevel.Debug, "{Cluster}: {Kind} was read ({State}), {Count} objects.")]
        public static partial void Read(ILogger logger, string cluster, string kind, ReadingState state, int count);

        [LoggerMessage(2101, LogLevel.Warning, "{Cluster}: {Kind} may not be read: {Gap}.")]
        public static partial void Forbidden(ILogger logger, string cluster, string kind, string gap);

        [LoggerMessage(2102, LogLevel.Warning, "{Cluster}: {Kind} could not be read: {Gap}.")]
        public static partial void Failed(ILogger logger, string cluster, string kind, string gap);

        [LoggerMessage(2103, LogLevel.Debug, "{Cluster}: observation stopped.")]
        public static partial void Stopped(ILogger logger, string cluster);
    }
}
