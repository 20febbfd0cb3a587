namespace Bot.Core.Clusters;

/// <summary>How full a volume is. Metadata is that of the PersistentVolumeClaim it speaks of.</summary>
public sealed record VolumeUsage : ClusterObject
{
    public override string Kind => "VolumeUsage";

    public long UsedBytes { get; init; }

    public long CapacityBytes { get; init; }

    public long? InodesUsed { get; init; }

    public long? Inodes { get; init; }

    public DateTimeOffset? TakenAt { get; init; }
}
