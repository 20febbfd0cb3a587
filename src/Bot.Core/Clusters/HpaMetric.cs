namespace Bot.Core.Clusters;

/// <summary>A resource metric of an autoscaler: what it aims at and what it sees, in per cent of the request or as a quantity.</summary>
public sealed record HpaMetric(string Name, string Target, string Current);
