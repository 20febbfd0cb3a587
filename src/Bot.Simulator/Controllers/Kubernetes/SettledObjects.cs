using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.Kubernetes;

/// <summary>Remembers which objects were at rest and lets them be until something near them changes: most ticks find most of a cluster unchanged.</summary>
internal sealed class SettledObjects(params IReadOnlyList<SimulatedKind> near)
{
    private readonly Dictionary<string, long> settled = new(StringComparer.Ordinal);

    /// <summary>True when neither the object nor anything near it in its namespace changed since it came to rest.</summary>
    public bool Has(World world, StoredObject held) => settled.TryGetValue(held.Uid, out var mark) && mark == Mark(world, held);

    /// <summary>The object needs no further look at the moment, as it now is.</summary>
    public void Note(World world, StoredObject held)
    {
        if (world.Store.Get(held.Kind, held.Namespace, held.Name) is { } now)
        {
            settled[held.Uid] = Mark(world, now);
        }
    }

    private long Mark(World world, StoredObject held) => near.Aggregate(
        held.Revision,
        (mark, kind) => world.Store.List(kind, held.Namespace).Aggregate(mark * 31, static (sum, other) => unchecked((sum * 31) + other.Revision)));
}
