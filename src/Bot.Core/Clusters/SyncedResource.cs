namespace Bot.Core.Clusters;

/// <summary>One resource of a sync result. Entries whose <see cref="HookPhase"/> is Running are what the operation waits for.</summary>
public sealed record SyncedResource
{
    public string Group { get; init; } = "";

    public string Version { get; init; } = "";

    public required string Kind { get; init; }

    public string Namespace { get; init; } = "";

    public required string Name { get; init; }

    /// <summary>Synced, SyncFailed, Pruned or PruneSkipped.</summary>
    public string Status { get; init; } = "";

    public string Message { get; init; } = "";

    public string HookType { get; init; } = "";

    public string HookPhase { get; init; } = "";

    public string SyncPhase { get; init; } = "";
}
