using System.Collections.Immutable;

namespace Bot.Core.Clusters;

public sealed record Node : ClusterObject
{
    public override string Kind => "Node";

    public bool Unschedulable { get; init; }

    public ImmutableArray<Taint> Taints { get; init; } = [];

    public ImmutableArray<Condition> Conditions { get; init; } = [];

    /// <summary>When the kubelet last reported its Ready condition.</summary>
    public DateTimeOffset? HeartbeatAt { get; init; }

    public Quantity? AllocatableCpu { get; init; }

    public Quantity? AllocatableMemory { get; init; }

    public Quantity? AllocatablePods { get; init; }

    public string KubeletVersion { get; init; } = "";

    public string Architecture { get; init; } = "";

    public Condition? ConditionOf(string type) => Conditions.FirstOrDefault(condition => condition.Type == type);
}
