namespace Bot.Core.Clusters;

public sealed record PersistentVolumeClaim : ClusterObject
{
    public override string Kind => "PersistentVolumeClaim";

    /// <summary>Pending, Bound or Lost.</summary>
    public string Phase { get; init; } = "";

    public string StorageClassName { get; init; } = "";

    public string VolumeName { get; init; } = "";

    public Quantity? Requested { get; init; }

    public Quantity? Capacity { get; init; }
}
