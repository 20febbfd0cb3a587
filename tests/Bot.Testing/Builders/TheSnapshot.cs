using Bot.Core.Clusters;

namespace Bot.Testing.Builders;

/// <summary>
/// A snapshot as the reader of files makes it: a kind of which an object is there counts as read in full, except those that are
/// never complete; every other kind was not read unless <see cref="Complete"/> says so.
/// </summary>
public sealed class TheSnapshot
{
    /// <summary>The moment at which the builders' objects are judged.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);

    private static readonly string[] NeverComplete = ["ReplicaSet", "Namespace", "ServiceAccount"];

    private readonly List<ClusterObject> objects = [];
    private readonly Dictionary<string, KindReading> readings = [];
    private string cluster = "";

    public static ClusterSnapshot Empty => new TheSnapshot();

    public static ClusterSnapshot Of(params ClusterObject[] objects) => new TheSnapshot().With(objects);

    public TheSnapshot With(params IEnumerable<ClusterObject> more)
    {
        objects.AddRange(more);
        return this;
    }

    public TheSnapshot Named(string name)
    {
        cluster = name;
        return this;
    }

    /// <summary>These kinds were read in full, though nothing of them may be there.</summary>
    public TheSnapshot Complete(params string[] kinds)
    {
        foreach (var kind in kinds)
        {
            readings[kind] = new KindReading(kind, ReadingState.Read);
        }

        return this;
    }

    /// <summary>These kinds may not be read (403).</summary>
    public TheSnapshot Forbidden(params string[] kinds)
    {
        foreach (var kind in kinds)
        {
            readings[kind] = new KindReading(kind, ReadingState.Forbidden, Gap: $"{kind} is forbidden");
        }

        return this;
    }

    public ClusterSnapshot Build()
    {
        var builder = new ClusterSnapshotBuilder(cluster).AddRange(objects);
        foreach (var kind in objects.Select(item => item.Kind).Distinct().Where(kind => !readings.ContainsKey(kind)))
        {
            builder.With(new KindReading(kind, NeverComplete.Contains(kind) ? ReadingState.Partial : ReadingState.Read));
        }

        foreach (var reading in readings.Values)
        {
            builder.With(reading);
        }

        return builder.Build(Now);
    }

    public static implicit operator ClusterSnapshot(TheSnapshot builder) => builder.Build();
}
