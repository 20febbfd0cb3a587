namespace Bot.Core.Clusters;

public sealed record StatefulSet : Workload
{
    public override string Kind => "StatefulSet";

    public string CurrentRevision { get; init; } = "";

    public string UpdateRevision { get; init; } = "";

    /// <summary>RollingUpdate or OnDelete.</summary>
    public string UpdateStrategy { get; init; } = "";

    /// <summary>OrderedReady (also when empty) or Parallel.</summary>
    public string PodManagementPolicy { get; init; } = "";

    public int Partition { get; init; }

    public string ServiceName { get; init; } = "";
}
