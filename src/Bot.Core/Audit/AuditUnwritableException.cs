namespace Bot.Core.Audit;

/// <summary>The audit log cannot be written (full disk, locked or lost database). Whoever sees it does nothing and says so.</summary>
public sealed class AuditUnwritableException(string message, Exception inner) : Exception(message, inner);
