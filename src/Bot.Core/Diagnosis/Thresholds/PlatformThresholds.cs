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
}
