namespace Bot.Core.Diagnosis.Thresholds;

/// <summary>Istio.</summary>
public sealed record MeshThresholds;
