using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>
/// What is known of one cluster at one moment. Immutable; rules read it and never change it.
/// A kind that was not read is unknown, not missing: ask <see cref="PresenceOf"/> before concluding that something is not there.
/// </summary>
public sealed class ClusterSnapshot
{
    private readonly FrozenDictionary<string, KindReading> readings;
    private readonly FrozenDictionary<string, ImmutableArray<ClusterObject>> objects;
    private readonly Lazy<Dictionary<ObjectRef, ClusterObject>> byRef;
    private readonly Lazy<OwnerIndex> owners;
    private readonly Lazy<PodIndex> pods;
    private readonly Lazy<EventIndex> events;
    private readonly Lazy<ApplicationIndex> applications;
    private readonly Lazy<ImmutableArray<OddObject>> odd;
    private readonly ConcurrentDictionary<Type, object> typed = new();

    internal ClusterSnapshot(string cluster, DateTimeOffset takenAt, IEnumerable<KindReading> readings, IEnumerable<KeyValuePair<string, ImmutableArray<ClusterObject>>> objects)
    {
        Cluster = cluster;
        TakenAt = takenAt;
        this.readings = readings.ToFrozenDictionary(reading => reading.Kind);
        this.objects = objects.ToFrozenDictionary();
        byRef = new(IndexByRef);
        owners = new(() => new OwnerIndex(this));
        pods = new(() => new PodIndex(this));
        events = new(() => new EventIndex(this));
        applications = new(() => new ApplicationIndex(this));
        odd = new(FindOdd);
    }

    /// <summary>The configured name of the cluster; empty for input from files.</summary>
    public string Cluster { get; }

    public DateTimeOffset TakenAt { get; }

    public IReadOnlyDictionary<string, KindReading> Readings => readings;

    /// <summary>Top owners.</summary>
    public OwnerIndex Owners => owners.Value;

    /// <summary>Pods by owner, by selector and behind Services.</summary>
    public PodIndex Pods => pods.Value;

    /// <summary>Events by the object they speak of.</summary>
    public EventIndex Events => events.Value;

    /// <summary>Which Application manages what.</summary>
    public ApplicationIndex Applications => applications.Value;

    /// <summary>Objects of an unexpected shape, in the order of their names: what is said of them may be incomplete.</summary>
    public ImmutableArray<OddObject> Odd => odd.Value;

    public int ObjectCount => objects.Values.Sum(list => list.Length);

    /// <summary>All objects of a record type; empty when there are none or the kind was not read.</summary>
    public IEnumerable<T> All<T>()
        where T : ClusterObject =>
        (T[])typed.GetOrAdd(typeof(T), static (type, snapshot) => snapshot.ListOf<T>(ClusterKinds.NamesOf(type)), this);

    /// <summary>All objects of one kind by its name; empty when there are none or the kind was not read.</summary>
    public ImmutableArray<ClusterObject> OfKind(string kind) => objects.TryGetValue(kind, out var list) ? list : [];

    /// <summary>Every object of every kind, kind by kind.</summary>
    public IEnumerable<ClusterObject> Everything => objects.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value);

    public ClusterObject? Find(ObjectRef reference) => byRef.Value.GetValueOrDefault(reference);

    public T? Find<T>(string kind, string @namespace, string name)
        where T : ClusterObject => Find(new ObjectRef(kind, @namespace, name)) as T;

    public KindReading ReadingOf(string kind) => readings.GetValueOrDefault(kind) ?? new KindReading(kind, ReadingState.NotRead);

    /// <summary>The same picture with the objects of one kind replaced: what an optional source (logs, probes) delivered later.</summary>
    public ClusterSnapshot With(KindReading reading, ImmutableArray<ClusterObject> items) => new(
        Cluster,
        TakenAt,
        readings.Values.Where(known => known.Kind != reading.Kind).Append(reading),
        objects.Where(pair => pair.Key != reading.Kind).Append(KeyValuePair.Create(reading.Kind, ObjectOrder.Sorted(items))));

    /// <summary>True when the kind was read (in full for at least one namespace, or it is not installed).</summary>
    public bool IsRead(string kind) => ReadingOf(kind).State is ReadingState.Read or ReadingState.NotInstalled;

    /// <summary>Present when we hold it; Absent only when its kind is complete for its namespace; else Unknown.</summary>
    public Presence PresenceOf(ObjectRef reference) =>
        Find(reference) is not null ? Presence.Present
        : ReadingOf(reference.Kind) is var reading && (reading.IsCompleteFor(reference.Namespace) || reading.Absent.Contains(reference)) ? Presence.Absent
        : Presence.Unknown;

    // Built once a snapshot and asked a few thousand times: a plain dictionary without groups costs a fraction of a frozen one.
    private Dictionary<ObjectRef, ClusterObject> IndexByRef()
    {
        var index = new Dictionary<ObjectRef, ClusterObject>(ObjectCount);
        foreach (var list in objects.Values)
        {
            foreach (var item in list)
            {
                index.TryAdd(item.Ref, item);
            }
        }

        return index;
    }

    // Rules ask for the same list a hundred times: it is made once.
    private T[] ListOf<T>(IReadOnlyList<string> kinds)
        where T : ClusterObject
    {
        var found = new List<T>();
        foreach (var kind in kinds)
        {
            foreach (var item in objects.TryGetValue(kind, out var list) ? list : [])
            {
                if (item is T wanted)
                {
                    found.Add(wanted);
                }
            }
        }

        return [.. found];
    }

    private ImmutableArray<OddObject> FindOdd() =>
    [
        .. objects.Values
            .SelectMany(list => list)
            .Where(item => ObjectShapes.IsOdd(item, TakenAt))
            .Select(item => new OddObject(item.Ref, item.OddFields.Length > 0 ? item.OddFields : [.. ObjectShapes.Of(item, TakenAt)]))
            .OrderBy(found => found.Object.ToString(), StringComparer.Ordinal),
    ];
}
