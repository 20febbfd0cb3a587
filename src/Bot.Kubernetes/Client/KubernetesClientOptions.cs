namespace Bot.Kubernetes.Client;

/// <summary>Patience of the client. The defaults suit an API server on the other side of the world.</summary>
public sealed record KubernetesClientOptions
{
    public static KubernetesClientOptions Default { get; } = new();

    /// <summary>Name lookup, TCP and TLS together. Default 10 s.</summary>
    public TimeSpan ConnectWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From the request to the head of the answer. Default 30 s.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest silence inside the body of an answer (watches have their own). Default 30 s.</summary>
    public TimeSpan SilenceWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long in all a call waits where the server says "later" (429 or 503 with Retry-After). Default 30 s; zero never waits.</summary>
    public TimeSpan RetryWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>First pause of a watch that broke; doubles up to <see cref="WatchPauseAtMost"/>. Default 1 s.</summary>
    public TimeSpan WatchPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Default 30 s.</summary>
    public TimeSpan WatchPauseAtMost { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Asks for gzip. Default: not on loopback, where it only costs time.</summary>
    public bool? Compression { get; init; }
}
