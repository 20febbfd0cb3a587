using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>Argo CD's cluster cache: the live objects of each application, kept current by a watch.</summary>
internal sealed class TrackedObjects(World world) : IDisposable
{
    private readonly StoreWatch changes = world.Store.Watch();
    private readonly Dictionary<string, SortedDictionary<string, StoredObject>> byApplication = new(StringComparer.Ordinal);

    public IReadOnlyList<StoredObject> Of(string application)
    {
        while (changes.Changes.TryRead(out var change))
        {
            if (change.Previous is { } before && Tracking.OwnerOf(before) is { } old && byApplication.TryGetValue(old, out var objects))
            {
                objects.Remove(KeyOf(before));
            }

            if (change.Type != ChangeType.Deleted && Tracking.OwnerOf(change.Object) is { } owner)
            {
                Objects(owner)[KeyOf(change.Object)] = change.Object;
            }
        }

        return byApplication.TryGetValue(application, out var live) ? [.. live.Values] : [];
    }

    public void Dispose() => changes.Dispose();

    private SortedDictionary<string, StoredObject> Objects(string owner)
    {
        if (!byApplication.TryGetValue(owner, out var objects))
        {
            byApplication[owner] = objects = new SortedDictionary<string, StoredObject>(StringComparer.Ordinal);
        }

        return objects;
    }

    private static string KeyOf(StoredObject held) => $"{held.Kind.Group}/{held.Kind.Kind}/{held.Key}";
}
