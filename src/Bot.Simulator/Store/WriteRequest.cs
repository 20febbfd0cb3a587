namespace Bot.Simulator.Store;

/// <summary>How a write is to be judged.</summary>
public sealed record WriteRequest
{
    public WriteScope Scope { get; init; } = WriteScope.Everything;

    /// <summary>Work the answer out, store nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>The whole object is replaced: custom resources must then name the version they replace.</summary>
    public bool Replace { get; init; }
}
