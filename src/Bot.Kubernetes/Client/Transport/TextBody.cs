using System.Text;

namespace Bot.Kubernetes.Client.Transport;

/// <summary>Reads an answer that is text, up to a limit that may cut a character in two.</summary>
internal static class TextBody
{
    public static async Task<ApiResult<string>> ReadAsync(ApiAnswer answer, ApiChannel channel, int limit, CancellationToken cancellationToken)
    {
        try
        {
            await using var body = await answer.OpenAsync(channel.Options.SilenceWithin, cancellationToken);
            var bytes = new byte[limit];
            var length = await body.ReadAtLeastAsync(bytes, limit, throwOnEndOfStream: false, cancellationToken);
            return ApiResult<string>.Of(Decode(bytes.AsSpan(0, length)), answer.Warnings);
        }
        catch (Exception problem) when (TransportFailures.IsKnown(problem))
        {
            cancellationToken.ThrowIfCancellationRequested();
            return TransportFailures.Of(channel.Server, problem, isRead: true);
        }
    }

    /// <summary>UTF-8 without the first bytes of a last character whose rest was cut off.</summary>
    internal static string Decode(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var first = bytes[^back];
            if (first >= 0xC0)
            {
                var needed = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
                return Encoding.UTF8.GetString(needed > back ? bytes[..^back] : bytes);
            }

            if (first < 0x80)
            {
                break;
            }
        }

        return Encoding.UTF8.GetString(bytes);
    }
}
