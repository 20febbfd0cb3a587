namespace Bot.Core.Clusters;

/// <summary>One managed resource of <c>status.resources</c>.</summary>
public sealed record ApplicationResource
{
    public string Group { get; init; } = "";

    public string Version { get; init; } = "";

    public required string Kind { get; init; }

    public string Namespace { get; init; } = "";

    public required string Name { get; init; }

    public string Status { get; init; } = "";

    /// <summary>Empty where Argo CD does not store it (3.0 and later by default).</summary>
    public string Health { get; init; } = "";

    public string HealthMessage { get; init; } = "";

    public bool IsHook { get; init; }

    public bool RequiresPruning { get; init; }

    public bool RequiresDeletionConfirmation { get; init; }

    public int SyncWave { get; init; }
}
