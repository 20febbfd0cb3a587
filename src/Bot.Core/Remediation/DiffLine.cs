namespace Bot.Core.Remediation;

/// <summary>One changed field: what it is now and what it becomes; null means absent.</summary>
public sealed record DiffLine(string Path, string? Before, string? After);
