using System.Security.Cryptography;

namespace Bot.Core.Approval;

/// <summary>128 bits from the system's generator.</summary>
public sealed class RandomRequestIds : IRequestIds
{
    public string Next() => Base32.Encode(RandomNumberGenerator.GetBytes(16));
}
