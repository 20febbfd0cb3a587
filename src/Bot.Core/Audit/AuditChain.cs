using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Core.Audit;

/// <summary>Links entries: each hash covers the place, the hash before and the canonical entry.</summary>
public static class AuditChain
{
    /// <summary>What stands before the first record.</summary>
    public const string Start = "0000000000000000000000000000000000000000000000000000000000000000";

    public static readonly AuditHead Empty = new(0, Start);

    /// <summary>The record that follows <paramref name="head"/>.</summary>
    public static AuditRecord Append(AuditHead head, AuditEntry entry)
    {
        var sequence = head.Count + 1;
        return new AuditRecord(sequence, entry, head.Hash, HashOf(sequence, head.Hash, CanonicalJson.Of(entry)));
    }

    public static string HashOf(long sequence, string previousHash, string canonicalEntry) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"audit/1\n{sequence}\n{previousHash}\n{canonicalEntry}"))));
}
