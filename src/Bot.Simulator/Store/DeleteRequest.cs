namespace Bot.Simulator.Store;

/// <summary>How to delete an object.</summary>
public sealed record DeleteRequest
{
    /// <summary>Refuse unless the object has this uid.</summary>
    public string? Uid { get; init; }

    /// <summary>Refuse unless the object has this resourceVersion.</summary>
    public string? ResourceVersion { get; init; }

    public PropagationPolicy Propagation { get; init; } = PropagationPolicy.Background;

    /// <summary>Seconds a pod gets to end; null takes the pod's own, 0 removes it at once.</summary>
    public long? GracePeriodSeconds { get; init; }

    public bool DryRun { get; init; }
}
