namespace Bot.Core.Clusters;

public sealed record PodDisruptionBudget : ClusterObject
{
    public override string Kind => "PodDisruptionBudget";

    public LabelSelector? Selector { get; init; }

    public int DisruptionsAllowed { get; init; }

    public int CurrentHealthy { get; init; }

    public int DesiredHealthy { get; init; }

    public int ExpectedPods { get; init; }
}
