namespace Bot.Core.Audit;

/// <summary>An entry with its place in the chain: <c>Hash</c> = SHA-256 over sequence, previous hash and the canonical entry.</summary>
public sealed record AuditRecord(long Sequence, AuditEntry Entry, string PreviousHash, string Hash);
