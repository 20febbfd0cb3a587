using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>Which Application's running operation waits for which other Application.</summary>
public sealed class ApplicationGraph(ClusterSnapshot snapshot)
{
    /// <summary>Other Applications that the running operation waits for, as far as the snapshot holds them.</summary>
    public IEnumerable<Application> WaitsOf(Application application) =>
        application is { Operation: not null, OperationState: { Phase: "Running", FinishedAt: null } state }
            ? WaitingSet.Of(application, OperationMessage.Parse(state.Message))
                .Where(waited => waited.IsApplication && waited.Ref != application.Ref)
                .Select(waited => snapshot.Find(waited.Ref))
                .OfType<Application>()
            : [];

    /// <summary>The shortest way from an Application along its waits back to itself, both ends left out; null when there is none.</summary>
    public ImmutableArray<Application>? CycleThrough(Application application)
    {
        var cameFrom = new Dictionary<ObjectRef, Application?>();
        var open = new Queue<Application>();
        foreach (var first in WaitsOf(application))
        {
            if (cameFrom.TryAdd(first.Ref, null))
            {
                open.Enqueue(first);
            }
        }

        while (open.TryDequeue(out var current))
        {
            foreach (var next in WaitsOf(current))
            {
                if (next.Ref == application.Ref)
                {
                    return WayTo(current, cameFrom);
                }

                if (cameFrom.TryAdd(next.Ref, current))
                {
                    open.Enqueue(next);
                }
            }
        }

        return null;
    }

    /// <summary>The end of the chain of waits that starts at an Application: the first one that waits for no other.</summary>
    public Application LeafOf(Application application)
    {
        var seen = new HashSet<ObjectRef> { application.Ref };
        var leaf = application;
        while (WaitsOf(leaf).FirstOrDefault(next => next.HealthStatus != "Healthy" && !seen.Contains(next.Ref)) is { } next)
        {
            seen.Add(next.Ref);
            leaf = next;
        }

        return leaf;
    }

    private static ImmutableArray<Application> WayTo(Application end, Dictionary<ObjectRef, Application?> cameFrom)
    {
        var way = ImmutableArray.CreateBuilder<Application>();
        for (var at = end; at is not null; at = cameFrom[at.Ref])
        {
            way.Insert(0, at);
        }

        return way.ToImmutable();
    }
}
