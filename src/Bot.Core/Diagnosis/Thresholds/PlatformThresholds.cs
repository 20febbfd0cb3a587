namespace Bot.Core.Diagnosis.Thresholds;

/// <summary>Databases, monitoring, API extensions and External Secrets.</summary>
public sealed record PlatformThresholds
{
    /// <summary>An ExternalSecret or a SecretStore that is not Ready. Default 5 min.</summary>
    public TimeSpan ExternalSecret { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>An ExternalSecret that only merges and has nothing to merge into. Default 60 s.</summary>
    public TimeSpan MergeTarget { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>An aggregated API that is not Available. Default 2 min.</summary>
    public TimeSpan ApiService { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>An admission webhook without a ready endpoint. Default 60 s.</summary>
    public TimeSpan Webhook { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A database or a part of the monitoring without a ready pod. Default 60 s.</summary>
    public TimeSpan Component { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A component may take this long for its first start or for a new version, unless it shows a hard fault. Default 10 min.</summary>
    public TimeSpan ComponentStart { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A node whose logs are not collected. Default 5 min.</summary>
    public TimeSpan LogGap { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A monitor that finds no target. Default 10 min.</summary>
    public TimeSpan TargetMissing { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A watch that broke and did not come back. Default 2 min.</summary>
    public TimeSpan Stale { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Difference between the clock of the cluster and ours. Default 30 s.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(30);
}
