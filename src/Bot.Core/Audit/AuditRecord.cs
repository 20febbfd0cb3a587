namespace Bot.Core.Audit;

/// <summary>An entry with its place in the chain: <c>Hash</c> = SHA-256 over sequence, previous hash and the canonical entry.</summary>
public sealed record AuditRecord(long Sequence, AuditEntry Entry, string PreviousHash, string Hash)
{
    /// <summary>True when the stored text is not what the bot wrote and cannot be read: <see cref="Entry"/> is only a stand-in.</summary>
    public bool IsDamaged { get; init; }
}
