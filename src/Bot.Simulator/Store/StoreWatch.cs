using System.Threading.Channels;

namespace Bot.Simulator.Store;

/// <summary>A subscription to the writes of a store, in their order. Dispose it to end it.</summary>
public sealed class StoreWatch : IDisposable
{
    private readonly Channel<ObjectChange> channel = Channel.CreateUnbounded<ObjectChange>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Action<StoreWatch> ended;
    private readonly SimulatedKind? kind;
    private readonly string? ns;
    private readonly long after;

    internal StoreWatch(SimulatedKind? kind, string? ns, long after, IReadOnlyList<StoredObject> initial, Action<StoreWatch> ended)
    {
        this.kind = kind;
        this.ns = ns;
        this.after = after;
        this.ended = ended;
        Initial = initial;
        Revision = after;
    }

    /// <summary>What existed when the watch began; empty when it resumes from a revision.</summary>
    public IReadOnlyList<StoredObject> Initial { get; }

    /// <summary>The revision after which changes come.</summary>
    public long Revision { get; }

    /// <summary>The changes; it completes when the watch is disposed.</summary>
    public ChannelReader<ObjectChange> Changes => channel.Reader;

    public void Dispose()
    {
        ended(this);
        channel.Writer.TryComplete();
    }

    internal void Offer(ObjectChange change)
    {
        if (change.Revision > after && (kind is null || change.Object.Kind == kind) && (string.IsNullOrEmpty(ns) || change.Object.Namespace == ns))
        {
            channel.Writer.TryWrite(change);
        }
    }
}
