using System.Security.Cryptography;

namespace Bot.Core.Commands;

/// <summary>Ids that tie what a person was shown to the log line of the same fault. Eight letters: short enough to read out.</summary>
public sealed class CorrelationIds(Func<string> next)
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public CorrelationIds()
        : this(() => RandomNumberGenerator.GetString(Letters, 8))
    {
    }

    public string Next() => next();
}
