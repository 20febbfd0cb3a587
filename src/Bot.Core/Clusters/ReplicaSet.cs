namespace Bot.Core.Clusters;

public sealed record ReplicaSet : Workload
{
    public override string Kind => "ReplicaSet";
}
