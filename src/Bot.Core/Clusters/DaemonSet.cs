namespace Bot.Core.Clusters;

public sealed record DaemonSet : Workload
{
    public override string Kind => "DaemonSet";

    public int Unavailable { get; init; }
}
