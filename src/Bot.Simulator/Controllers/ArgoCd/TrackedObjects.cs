using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>Argo CD's cluster cache: the live objects of each application.</summary>
internal sealed class TrackedObjects(World world)
{
    private long revision = -1;
    private ILookup<string, StoredObject> byApplication = Array.Empty<StoredObject>().ToLookup(static held => held.Name, StringComparer.Ordinal);

    public IEnumerable<StoredObject> Of(string application)
    {
        if (revision != world.Store.Revision)
        {
            revision = world.Store.Revision;
            byApplication = world.Store.Installed()
                .Where(static kind => kind.StoredAs is null && kind != SimulatedKinds.Event && kind != SimulatedKinds.Pod)
                .SelectMany(kind => world.Store.List(kind))
                .Where(static held => Tracking.OwnerOf(held) is not null)
                .ToLookup(static held => Tracking.OwnerOf(held)!, StringComparer.Ordinal);
        }

        return byApplication[application];
    }
}
