using System.Collections.Immutable;

namespace Bot.Core.Clusters;

public sealed record HorizontalPodAutoscaler : ClusterObject
{
    public override string Kind => "HorizontalPodAutoscaler";

    public string TargetKind { get; init; } = "";

    public string TargetName { get; init; } = "";

    public int MinReplicas { get; init; } = 1;

    public int MaxReplicas { get; init; }

    public int CurrentReplicas { get; init; }

    public int DesiredReplicas { get; init; }

    public DateTimeOffset? LastScaleAt { get; init; }

    public ImmutableArray<HpaMetric> Metrics { get; init; } = [];

    public ImmutableArray<Condition> Conditions { get; init; } = [];
}
