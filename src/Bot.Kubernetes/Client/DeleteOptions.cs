namespace Bot.Kubernetes.Client;

/// <summary>Preconditions and manner of a deletion. Our own deletions always name the uid.</summary>
public sealed record DeleteOptions
{
    public string? Uid { get; init; }

    public string? ResourceVersion { get; init; }

    public Propagation Propagation { get; init; }

    /// <summary>Seconds; null leaves it to the object. 0 only frees the name in the API, the container may live on.</summary>
    public int? GracePeriodSeconds { get; init; }

    public bool DryRun { get; init; }
}
