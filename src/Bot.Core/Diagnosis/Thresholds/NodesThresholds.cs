namespace Bot.Core.Diagnosis.Thresholds;

/// <summary>Nodes.</summary>
public sealed record NodesThresholds
{
    /// <summary>Not Ready, under pressure or without a network. Default 60 s.</summary>
    public TimeSpan Condition { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A node younger than this may still be coming up. Default 3 min.</summary>
    public TimeSpan Young { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>A condition that an agent of the node reports. Default 30 min.</summary>
    public TimeSpan CustomCondition { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A condition set this soon after the node came up is taken as left over from its start. Default 10 min.</summary>
    public TimeSpan AfterStart { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A cordoned node. Default 24 h.</summary>
    public TimeSpan Cordoned { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Evictions this long before the pressure was seen still belong to it. Default 10 min.</summary>
    public TimeSpan Evictions { get; init; } = TimeSpan.FromMinutes(10);
}
