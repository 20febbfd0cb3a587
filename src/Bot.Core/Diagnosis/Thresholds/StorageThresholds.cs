namespace Bot.Core.Diagnosis.Thresholds;

/// <summary>Claims and volumes.</summary>
public sealed record StorageThresholds
{
    /// <summary>A pending claim whose StorageClass does not exist. Default 60 s.</summary>
    public TimeSpan ClassMissing { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A pending claim whose driver refuses. Default 2 min.</summary>
    public TimeSpan Provisioning { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Refusals of the driver that count. Default 2.</summary>
    public int FewestRefusals { get; init; } = 2;

    /// <summary>A claim that is pending for another reason. Default 10 min.</summary>
    public TimeSpan Pending { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Percent of bytes or inodes used from which a volume is a warning. Default 80.</summary>
    public int NearFullWarning { get; init; } = 80;

    /// <summary>Percent of bytes or inodes used from which a volume is critical. Default 90.</summary>
    public int NearFullCritical { get; init; } = 90;

    /// <summary>Percent at or below which an incident about a full volume is over, so that it does not open and close at one line. Default 75.</summary>
    public int NearFullClear { get; init; } = 75;

    /// <summary>How long a volume must stay above the line before anyone is told. Default 5 min.</summary>
    public TimeSpan NearFullHold { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Figures older than this say nothing of now. Default 60 min.</summary>
    public TimeSpan UsageValid { get; init; } = TimeSpan.FromMinutes(60);
}
