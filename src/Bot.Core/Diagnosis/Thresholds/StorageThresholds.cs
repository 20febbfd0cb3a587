namespace Bot.Core.Diagnosis.Thresholds;

/// <summary>Claims and volumes.</summary>
public sealed record StorageThresholds;
