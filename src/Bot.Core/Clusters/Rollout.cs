using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>An Argo Rollouts Rollout.</summary>
public sealed record Rollout : Workload
{
    public override string Kind => "Rollout";

    /// <summary>Healthy, Progressing, Paused, Degraded.</summary>
    public string Phase { get; init; } = "";

    public string Message { get; init; } = "";

    public bool Paused { get; init; }

    /// <summary>Reasons of <c>status.pauseConditions</c>: CanaryPauseStep, BlueGreenPause, InconclusiveAnalysisRun.</summary>
    public ImmutableArray<string> PauseReasons { get; init; } = [];

    public bool Aborted { get; init; }

    public int? CurrentStepIndex { get; init; }
}
