using System.Diagnostics.CodeAnalysis;

namespace Bot.Simulator.Store;

/// <summary>The objects of all kinds, their history and those who watch. Everything here runs under the store's lock.</summary>
internal sealed class ObjectTable(int historyLength)
{
    private readonly Dictionary<SimulatedKind, SortedDictionary<string, StoredObject>> kinds = [];
    private readonly List<StoreWatch> watches = [];

    public ChangeHistory History { get; } = new(historyLength);

    /// <summary>The revision of the last write.</summary>
    public long Revision { get; private set; }

    public IEnumerable<StoredObject> Everything => kinds.Values.SelectMany(static objects => objects.Values);

    public long NextRevision() => ++Revision;

    public bool TryGet(SimulatedKind kind, string ns, string name, [NotNullWhen(true)] out StoredObject? found)
    {
        found = null;
        return kinds.TryGetValue(kind, out var objects) && objects.TryGetValue(ns.Length == 0 ? name : ns + "/" + name, out found);
    }

    public IReadOnlyList<StoredObject> List(SimulatedKind kind, string? ns)
    {
        if (!kinds.TryGetValue(kind, out var objects))
        {
            return [];
        }

        return string.IsNullOrEmpty(ns) ? [.. objects.Values] : [.. objects.Values.Where(held => held.Namespace == ns)];
    }

    /// <summary>The list as it was right after the write of that revision, told backwards from now.</summary>
    public IReadOnlyList<StoredObject> ListAt(SimulatedKind kind, string? ns, long revision)
    {
        var state = new SortedDictionary<string, StoredObject>(StringComparer.Ordinal);
        foreach (var held in List(kind, ns))
        {
            state[held.Key] = held;
        }

        foreach (var change in History.After(revision).Reverse())
        {
            if (change.Object.Kind != kind || (!string.IsNullOrEmpty(ns) && change.Object.Namespace != ns))
            {
                continue;
            }

            state.Remove(change.Object.Key);
            if (change.Previous is not null)
            {
                state[change.Previous.Key] = change.Previous;
            }
        }

        return [.. state.Values];
    }

    public void Commit(ObjectChange change)
    {
        var kind = change.Object.Kind;
        if (!kinds.TryGetValue(kind, out var objects))
        {
            kinds[kind] = objects = new SortedDictionary<string, StoredObject>(StringComparer.Ordinal);
        }

        if (change.Type == ChangeType.Deleted)
        {
            objects.Remove(change.Object.Key);
        }
        else
        {
            objects[change.Object.Key] = change.Object;
        }

        History.Add(change);
        foreach (var watch in watches)
        {
            watch.Offer(change);
        }
    }

    /// <summary>Moves the counter forward without a write, as other writers of the same etcd would.</summary>
    public void AdvanceTo(long revision) => Revision = Math.Max(Revision, revision);

    public void Attach(StoreWatch watch) => watches.Add(watch);

    public void Detach(StoreWatch watch) => watches.Remove(watch);
}
