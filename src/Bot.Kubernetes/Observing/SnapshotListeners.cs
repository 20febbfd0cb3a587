using Bot.Core.Clusters;
using Microsoft.Extensions.Logging;

namespace Bot.Kubernetes.Observing;

/// <summary>Holds the newest snapshot and tells those who want to hear of the next.</summary>
internal sealed partial class SnapshotListeners(string cluster, ILogger logger)
{
    private readonly Lock gate = new();
    private readonly List<Action<ClusterSnapshot>> listeners = [];
    private volatile ClusterSnapshot? current;

    public ClusterSnapshot? Current => current;

    public void Publish(ClusterSnapshot snapshot)
    {
        Action<ClusterSnapshot>[] told;
        lock (gate)
        {
            current = snapshot;
            told = [.. listeners];
        }

        foreach (var listener in told)
        {
            try
            {
                listener(snapshot);
            }
            catch (Exception exception)
            {
                // One listener's fault must not stop the observation for all others.
                Log.ListenerFailed(logger, exception, cluster);
            }
        }
    }

    public IDisposable Add(Action<ClusterSnapshot> listener)
    {
        lock (gate)
        {
            listeners.Add(listener);
        }

        return new Subscription(this, listener);
    }

    public async Task<ClusterSnapshot?> WaitForAsync(Func<ClusterSnapshot, bool> condition, TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var found = new TaskCompletionSource<ClusterSnapshot>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = Add(snapshot => Try(snapshot, condition, found));
        if (Current is { } now)
        {
            Try(now, condition, found);
        }

        try
        {
            return await found.Task.WaitAsync(limit, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>A fault of the condition belongs to the one who waits.</summary>
    private static void Try(ClusterSnapshot snapshot, Func<ClusterSnapshot, bool> condition, TaskCompletionSource<ClusterSnapshot> found)
    {
        try
        {
            if (condition(snapshot))
            {
                found.TrySetResult(snapshot);
            }
        }
        catch (Exception exception)
        {
            found.TrySetException(exception);
        }
    }

    private void Remove(Action<ClusterSnapshot> listener)
    {
        lock (gate)
        {
            listeners.Remove(listener);
        }
    }

    private sealed class Subscription(SnapshotListeners owner, Action<ClusterSnapshot> listener) : IDisposable
    {
        public void Dispose() => owner.Remove(listener);
    }

    private static partial class Log
    {
        [LoggerMessage(2110, LogLevel.Error, "{Cluster}: a listener failed on a new snapshot.")]
        public static partial void ListenerFailed(ILogger logger, Exception exception, string cluster);
    }
}
