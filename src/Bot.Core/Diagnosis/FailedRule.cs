namespace Bot.Core.Diagnosis;

/// <summary>A rule that broke off: a bug of ours. What it would have found is unknown, and the diagnosis says so.</summary>
public sealed record FailedRule(string Rule, string Error);
