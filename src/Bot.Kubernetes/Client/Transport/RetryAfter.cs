namespace Bot.Kubernetes.Client.Transport;

/// <summary>Reads the Retry-After header in both of its forms.</summary>
internal static class RetryAfter
{
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider clock)
    {
        var header = response.Headers.RetryAfter;
        if (header?.Delta is { } delta)
        {
            return delta;
        }

        if (header?.Date is not { } date)
        {
            return null;
        }

        var pause = date - clock.GetUtcNow();
        return pause > TimeSpan.Zero ? pause : TimeSpan.Zero;
    }
}
