using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>Collects objects and readings, then builds a snapshot. Not thread safe.</summary>
public sealed class ClusterSnapshotBuilder(string cluster)
{
    private readonly Dictionary<string, ImmutableArray<ClusterObject>.Builder> objects = [];
    private readonly Dictionary<string, KindReading> readings = [];

    public ClusterSnapshotBuilder Add(ClusterObject item)
    {
        if (!objects.TryGetValue(item.Kind, out var list))
        {
            objects[item.Kind] = list = ImmutableArray.CreateBuilder<ClusterObject>();
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

    /// <summary>States how well a kind is known; a later statement of the same kind replaces an earlier one.</summary>
    public ClusterSnapshotBuilder With(KindReading reading)
    {
        readings[reading.Kind] = reading;
        return this;
    }

    /// <summary>Builds; a kind of which objects were added but no reading was given counts as partial.</summary>
    public ClusterSnapshot Build(DateTimeOffset takenAt)
    {
        foreach (var kind in objects.Keys)
        {
            readings.TryAdd(kind, new KindReading(kind, ReadingState.Partial));
        }

        return new ClusterSnapshot(cluster, takenAt, readings.Values, objects.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToImmutable())));
    }
}
