namespace Bot.Core.Diagnosis.Thresholds;

/// <summary>Services, Ingresses, routes, certificates and DNS.</summary>
public sealed record NetworkThresholds;
