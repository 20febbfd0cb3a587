using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>Collects objects and readings, then builds a snapshot. Not thread safe.</summary>
public sealed class ClusterSnapshotBuilder(string cluster)
{
    private readonly Dictionary<string, ImmutableArray<ClusterObject>.Builder> objects = [];
    private readonly Dictionary<string, ImmutableArray<ClusterObject>> whole = [];
    private readonly Dictionary<string, KindReading> readings = [];

    public ClusterSnapshotBuilder Add(ClusterObject item)
    {
        if (!objects.TryGetValue(item.Kind, out var list))
        {
            objects[item.Kind] = list = ImmutableArray.CreateBuilder<ClusterObject>();
            list.AddRange(whole.TryGetValue(item.Kind, out var before) ? before : []);
            whole.Remove(item.Kind);
        }

        list.Add(item);
        return this;
    }

    public ClusterSnapshotBuilder AddRange(IEnumerable<ClusterObject> items)
    {
        foreach (var item in items)
        {
            Add(item);
        }

        return this;
    }

    /// <summary>Takes the whole list of one kind as it is, without a copy; replaces what was added of that kind. It stands in <see cref="ObjectOrder"/>.</summary>
    public ClusterSnapshotBuilder Replace(string kind, ImmutableArray<ClusterObject> list)
    {
        objects.Remove(kind);
        whole[kind] = list;
        return this;
    }

    /// <summary>States how well a kind is known; a later statement of the same kind replaces an earlier one.</summary>
    public ClusterSnapshotBuilder With(KindReading reading)
    {
        readings[reading.Kind] = reading;
        return this;
    }

    /// <summary>Builds; a kind of which objects were added but no reading was given counts as partial.</summary>
    public ClusterSnapshot Build(DateTimeOffset takenAt)
    {
        foreach (var kind in objects.Keys.Concat(whole.Where(pair => pair.Value.Length > 0).Select(pair => pair.Key)))
        {
            readings.TryAdd(kind, new KindReading(kind, ReadingState.Partial));
        }

        return new ClusterSnapshot(cluster, takenAt, readings.Values, [.. whole, .. objects.Select(pair => KeyValuePair.Create(pair.Key, ObjectOrder.Sorted(pair.Value.ToImmutable())))]);
    }
}
