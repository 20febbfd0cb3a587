namespace Bot.Core.Clusters;

public sealed record StorageClass : ClusterObject
{
    public override string Kind => "StorageClass";

    public string Provisioner { get; init; } = "";

    /// <summary>Immediate or WaitForFirstConsumer.</summary>
    public string BindingMode { get; init; } = "";

    public bool AllowsExpansion { get; init; }

    public bool IsDefault { get; init; }
}
