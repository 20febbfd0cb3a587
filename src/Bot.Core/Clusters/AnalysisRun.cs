using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>An Argo Rollouts AnalysisRun: the measurements by which a rollout goes on or is aborted.</summary>
public sealed record AnalysisRun : ClusterObject
{
    public override string Kind => "AnalysisRun";

    /// <summary>Pending, Running, Successful, Failed, Error or Inconclusive.</summary>
    public string Phase { get; init; } = "";

    public string Message { get; init; } = "";

    public ImmutableArray<MetricResult> Metrics { get; init; } = [];
}
