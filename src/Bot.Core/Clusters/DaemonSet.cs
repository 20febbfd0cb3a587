namespace Bot.Core.Clusters;

public sealed record DaemonSet : Workload
{
    public override string Kind => "DaemonSet";

    public int Unavailable { get; init; }

    /// <summary>RollingUpdate or OnDelete.</summary>
    public string UpdateStrategy { get; init; } = "";
}
