namespace Bot.Kubernetes.Client.Transport;

/// <summary>Reads the Retry-After header in both of its forms. "At once" is taken for a second: nobody is to be hammered.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider clock)
    {
        var header = response.Headers.RetryAfter;
        if (header?.Delta is { } delta)
        {
            return AtLeast(delta);
        }

        if (header?.Date is not { } date)
        {
            return null;
        }

        return AtLeast(date - clock.GetUtcNow());
    }

    private static TimeSpan AtLeast(TimeSpan pause) => pause > Least ? pause : Least;
}
