using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Observing;

/// <summary>The objects of one kind as the watches left them, and how far they can be trusted. Thread-safe.</summary>
internal sealed class ObservedKind(string kind)
{
    private readonly Lock gate = new();
    private readonly List<ClusterObject> objects = [];
    private ImmutableArray<ClusterObject>? list;
    private KindReading reading = new(kind, ReadingState.NotRead);
    private ApiFailure? interruption;
    private bool isLive;

    /// <summary>A kind that was read before keeps its objects when a later list fails: they are old, and it says so.</summary>
    public void Take(KindListing listing)
    {
        lock (gate)
        {
            if (listing.Reading.State == ReadingState.Failed && reading.SeenAt is not null)
            {
                isLive = false;
                interruption = listing.Failure;
                return;
            }

            objects.Clear();
            objects.AddRange(ObjectOrder.Sorted(listing.Items));

            list = null;
            reading = listing.Reading;
            isLive = listing.CanBeWatched;
            interruption = null;
        }
    }

    /// <summary>Returns whether the picture is another one now.</summary>
    public bool Take(WatchEvent<ClusterObject> change, DateTimeOffset now)
    {
        lock (gate)
        {
            switch (change.Kind)
            {
                case WatchEventKind.Added or WatchEventKind.Modified when change.Item is not null:
                    Put(change.Item);
                    Revive();
                    return true;
                case WatchEventKind.Added or WatchEventKind.Modified or WatchEventKind.Deleted:
                    return Revive() | Remove(change);
                case WatchEventKind.Bookmark:
                    return Revive();
                case WatchEventKind.Interrupted or WatchEventKind.Failed when isLive:
                    isLive = false;
                    interruption = change.Failure;
                    reading = reading with { SeenAt = now };
                    return true;
                default:
                    return false;
            }
        }
    }

    /// <summary>What is known now. A watch that runs says that the picture is current; one that broke says since when it is not.</summary>
    public (KindReading Reading, ImmutableArray<ClusterObject> Items) Picture(DateTimeOffset now)
    {
        lock (gate)
        {
            list ??= [.. objects];
            return (isLive ? reading with { SeenAt = now } : interruption is null ? reading : reading with { Gap = GapText.Of(interruption) }, list.Value);
        }
    }

    private bool Revive()
    {
        var wasInterrupted = !isLive;
        isLive = true;
        interruption = null;
        return wasInterrupted;
    }

    private bool Remove(WatchEvent<ClusterObject> change)
    {
        // A late deletion of an object whose name was taken again must not remove the new one.
        var index = IndexOf(change.Namespace, change.Name);
        if (index < 0 || (objects[index] is var known && known.Metadata.Uid.Length > 0 && change.Uid.Length > 0 && known.Metadata.Uid != change.Uid))
        {
            return false;
        }

        objects.RemoveAt(index);
        list = null;
        return true;
    }

    private void Put(ClusterObject item)
    {
        var index = IndexOf(item.Namespace, item.Name);
        if (index >= 0)
        {
            objects[index] = item;
        }
        else
        {
            objects.Insert(~index, item);
        }

        list = null;
    }

    /// <summary>Where the object stands, or the complement of where it belongs.</summary>
    private int IndexOf(string @namespace, string name)
    {
        int low = 0, high = objects.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(objects[middle].Namespace, @namespace);
            order = order != 0 ? order : string.CompareOrdinal(objects[middle].Name, name);
            switch (order)
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return ~low;
    }
}
