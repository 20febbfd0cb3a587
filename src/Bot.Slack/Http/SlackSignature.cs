using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Slack.Http;

/// <summary>
/// Tells whether a request came from Slack: HMAC-SHA256 over <c>v0:timestamp:raw body</c>, compared in constant time, no older and no
/// younger than five minutes. It never accepts by default: without a secret it cannot be made.
/// </summary>
public sealed class SlackSignature
{
    /// <summary>How far the clocks may differ, by Slack's own advice.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const string Version = "v0";

    private readonly byte[] secret;
    private readonly TimeProvider clock;

    /// <exception cref="ArgumentException">The secret is empty: an unsigned door would let anybody in.</exception>
    public SlackSignature(string signingSecret, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(signingSecret);
        secret = Encoding.UTF8.GetBytes(signingSecret);
        this.clock = clock;
    }

    /// <param name="timestamp">Header <c>X-Slack-Request-Timestamp</c>, seconds since 1970.</param>
    /// <param name="signature">Header <c>X-Slack-Signature</c>.</param>
    /// <param name="body">The body exactly as it came.</param>
    public SlackVerdict Verify(string? timestamp, string? signature, ReadOnlySpan<byte> body)
    {
        if (string.IsNullOrEmpty(timestamp) || string.IsNullOrEmpty(signature))
        {
            return SlackVerdict.Unsigned;
        }

        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return SlackVerdict.Malformed;
        }

        if ((clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > Window)
        {
            return SlackVerdict.OutsideWindow;
        }

        var expected = Encoding.ASCII.GetBytes($"{Version}={Convert.ToHexStringLower(Compute(timestamp, body))}");
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature)) ? SlackVerdict.Genuine : SlackVerdict.Forged;
    }

    private byte[] Compute(string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hash.AppendData(Encoding.ASCII.GetBytes($"{Version}:{timestamp}:"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
