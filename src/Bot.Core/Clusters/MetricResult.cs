namespace Bot.Core.Clusters;

/// <summary>How one metric of an AnalysisRun came out; the value is that of the last measurement.</summary>
public sealed record MetricResult(string Name, string Phase, string Message, string Value, DateTimeOffset? MeasuredAt);
