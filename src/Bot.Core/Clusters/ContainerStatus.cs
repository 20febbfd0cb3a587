namespace Bot.Core.Clusters;

/// <summary>What the kubelet says of a container.</summary>
public sealed record ContainerStatus
{
    public required string Name { get; init; }

    public bool IsInit { get; init; }

    public bool Ready { get; init; }

    public int RestartCount { get; init; }

    public string Image { get; init; } = "";

    public ContainerState State { get; init; } = ContainerState.None;

    /// <summary>The previous run. Never clears by itself: judge it by its age.</summary>
    public ContainerState LastState { get; init; } = ContainerState.None;
}
