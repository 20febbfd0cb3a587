namespace Bot.Core.Remediation;

/// <summary>A field that is not as it must be: JSON texts, null for absent.</summary>
public sealed record BrokenFact(string Path, string? Expected, string? Found);
