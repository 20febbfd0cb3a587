namespace Bot.Core.Clusters;

public sealed record PersistentVolume : ClusterObject
{
    public override string Kind => "PersistentVolume";

    public string Phase { get; init; } = "";

    public string StorageClassName { get; init; } = "";

    public string ReclaimPolicy { get; init; } = "";

    public Quantity? Capacity { get; init; }

    public string ClaimNamespace { get; init; } = "";

    public string ClaimName { get; init; } = "";
}
