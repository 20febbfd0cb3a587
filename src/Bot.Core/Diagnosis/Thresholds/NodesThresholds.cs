namespace Bot.Core.Diagnosis.Thresholds;

/// <summary>Nodes.</summary>
public sealed record NodesThresholds;
