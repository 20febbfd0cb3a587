namespace Bot.Core.Audit;

/// <summary>The last hash and the count, kept in a row of their own: a cut tail shows.</summary>
public sealed record AuditHead(long Count, string Hash);
