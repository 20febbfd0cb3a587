namespace Bot.Core.Clusters;

/// <summary>An event of either API (<c>v1</c> or <c>events.k8s.io</c>), brought to one shape: <c>series</c> wins over the single fields.</summary>
public sealed record Event : ClusterObject
{
    public override string Kind => "Event";

    public ObjectRef Regarding { get; init; }

    public string RegardingUid { get; init; } = "";

    /// <summary>Normal or Warning.</summary>
    public string Type { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Message { get; init; } = "";

    public string Component { get; init; } = "";

    public int Count { get; init; } = 1;

    public DateTimeOffset? FirstAt { get; init; }

    public DateTimeOffset? LastAt { get; init; }
}
