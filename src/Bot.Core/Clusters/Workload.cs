using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>A kind that keeps a number of pods running.</summary>
public abstract record Workload : ClusterObject
{
    /// <summary>Wanted pods (for a DaemonSet the nodes it should run on).</summary>
    public int Replicas { get; init; }

    public int ReadyReplicas { get; init; }

    public int AvailableReplicas { get; init; }

    public int UpdatedReplicas { get; init; }

    public long ObservedGeneration { get; init; }

    public LabelSelector? Selector { get; init; }

    public PodTemplate? Template { get; init; }

    public ImmutableArray<Condition> Conditions { get; init; } = [];

    public Condition? ConditionOf(string type) => Conditions.FirstOrDefault(condition => condition.Type == type);
}
