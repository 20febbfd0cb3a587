namespace Bot.Core.Clusters;

/// <summary>Events of an object, newest per reason first. Rules look at the last 60 minutes only.</summary>
public sealed class EventIndex
{
    private readonly ILookup<string, Event> byUid;
    private readonly ILookup<ObjectRef, Event> byRef;

    internal EventIndex(ClusterSnapshot snapshot)
    {
        byUid = snapshot.All<Event>().Where(item => item.RegardingUid.Length > 0).ToLookup(item => item.RegardingUid);
        byRef = snapshot.All<Event>().ToLookup(item => item.Regarding);
    }

    /// <summary>Every event about the object (by uid where it has one) that is younger than <paramref name="within"/>, newest first.</summary>
    public IEnumerable<Event> Recent(ClusterObject item, DateTimeOffset now, TimeSpan within) =>
        (item.Metadata.Uid.Length > 0 && byUid.Contains(item.Metadata.Uid) ? byUid[item.Metadata.Uid] : byRef[item.Ref].Where(found => found.RegardingUid.Length == 0 || item.Metadata.Uid.Length == 0))
        .Where(found => found.LastAt is { } last && now - last <= within)
        .OrderByDescending(found => found.LastAt);

    /// <summary>The newest event of each reason about the object that is younger than <paramref name="within"/>.</summary>
    public IEnumerable<Event> Newest(ClusterObject item, DateTimeOffset now, TimeSpan within) =>
        Recent(item, now, within).DistinctBy(found => found.Reason);
}
