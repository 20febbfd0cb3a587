namespace Bot.Core.Clusters;

/// <summary>The current picture of one cluster, kept up to date by whoever watches it.</summary>
public interface IClusterView
{
    /// <summary>The configured name of the cluster.</summary>
    string Cluster { get; }

    /// <summary>The newest snapshot; null until every kind was read (or found to be unreadable) once.</summary>
    ClusterSnapshot? Current { get; }

    /// <summary>
    /// The first snapshot, from the current one on, for which the condition holds; null when <paramref name="limit"/> passed before.
    /// </summary>
    Task<ClusterSnapshot?> WaitForAsync(Func<ClusterSnapshot, bool> condition, TimeSpan limit, CancellationToken cancellationToken);

    /// <summary>
    /// Calls back with every later snapshot, one at a time and in order, until disposed. A slow listener holds up the others:
    /// hand the work on.
    /// </summary>
    IDisposable Subscribe(Action<ClusterSnapshot> listener);
}
