namespace Bot.Kubernetes.Client;

/// <summary>Spreads waits by chance; one source of randomness shared by all calls of a client.</summary>
internal sealed class Jitter(Random random)
{
    private readonly Lock gate = new();

    /// <summary>Between the given time and <paramref name="factor"/> more of it.</summary>
    public TimeSpan Spread(TimeSpan time, double factor)
    {
        lock (gate)
        {
            return time * (1 + (random.NextDouble() * factor));
        }
    }
}
