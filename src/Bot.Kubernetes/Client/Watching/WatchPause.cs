namespace Bot.Kubernetes.Client.Watching;

/// <summary>Pauses between attempts: doubling up to a limit, spread by chance, from the start again after a success.</summary>
internal sealed class WatchPause(TimeSpan first, TimeSpan atMost, Jitter jitter)
{
    private TimeSpan? next;

    public TimeSpan Next()
    {
        var current = next ?? first;
        next = current * 2 < atMost ? current * 2 : atMost;
        return jitter.Spread(current, 0.5);
    }

    public void Reset() => next = null;
}
