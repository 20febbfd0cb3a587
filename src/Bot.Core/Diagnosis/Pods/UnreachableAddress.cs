using System.Text.RegularExpressions;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>Finds the address in a line that says that something cannot be reached. A name server that does not answer is itself what cannot be reached.</summary>
public static partial class UnreachableAddress
{
    private static readonly string[] Hints =
    [
        "refused", "timeout", "timed out", "no such host", "ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "EHOSTUNREACH", "unreachable",
        "no route to host", "UnknownHost", "not known", "translate host name", "name resolution", "no response", "misbehaving", "Can't connect",
    ];

    private static readonly Regex[] Patterns = [Dial(), AtServer(), OnHost(), NodeErrno(), NodeLookup(), Java(), JavaUnknown(), Connecting(), Curl(), MySql(), PgIsReady()];

    /// <summary>Host and port (empty when the line does not say it), or null.</summary>
    public static (string Host, string Port)? In(string line)
    {
        if (!Array.Exists(Hints, hint => line.Contains(hint, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        if (Lookup().Match(line) is { Success: true } lookup)
        {
            return line.Contains("no such host", StringComparison.Ordinal) || !lookup.Groups["dns"].Success
                ? (lookup.Groups["host"].Value, "")
                : (lookup.Groups["dns"].Value, "53");
        }

        foreach (var pattern in Patterns)
        {
            if (pattern.Match(line) is { Success: true } match && !IsOwn(match.Groups["host"].Value))
            {
                return (match.Groups["host"].Value.Trim('[', ']'), match.Groups["port"].Value);
            }
        }

        return null;
    }

    /// <summary>The container itself, or another one of the same pod.</summary>
    private static bool IsOwn(string host) => host is "localhost" or "::1" or "[::1]" or "0.0.0.0" || host.StartsWith("127.", StringComparison.Ordinal);

    [GeneratedRegex(@"\blookup (?<host>[A-Za-z0-9_][\w.-]*)(?: on (?<dns>[\d.]+):53)?:", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lookup();

    [GeneratedRegex(@"\bdial (?:tcp|udp)[46]? (?<host>\[[0-9a-fA-F:]+\]|[A-Za-z0-9][\w.-]*):(?<port>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dial();

    [GeneratedRegex(@"server at ""(?<host>[^""]+)""(?: \([^)]*\))?, port (?<port>\d+) failed", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AtServer();

    [GeneratedRegex(@"(?:on host|translate host name) ""(?<host>[^""]+)""(?:.*? on port (?<port>\d+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OnHost();

    [GeneratedRegex(@"\b(?:ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH) (?<host>[A-Za-z0-9][\w.-]*):(?<port>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NodeErrno();

    [GeneratedRegex(@"getaddrinfo (?:ENOTFOUND|EAI_AGAIN) (?<host>[A-Za-z0-9][\w.-]*)(?::(?<port>\d+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NodeLookup();

    [GeneratedRegex(@"[Cc]onnection (?:to (?<host>[A-Za-z0-9][\w.-]*):(?<port>\d+) refused|refused: (?:no further information: )?(?<host>[A-Za-z0-9][\w.-]*)(?:/[\d.]+)?:(?<port>\d+))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Java();

    [GeneratedRegex(@"UnknownHostException: (?<host>[A-Za-z0-9][\w.-]*)(?<port>)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JavaUnknown();

    [GeneratedRegex(@"connect(?:ing)? to (?<host>[A-Za-z0-9][\w.-]*):(?<port>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Connecting();

    [GeneratedRegex(@"connect to (?<host>[A-Za-z0-9][\w.-]*)(?: \([^)]*\))? port (?<port>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Curl();

    [GeneratedRegex(@"MySQL server on '(?<host>[^':]+)(?::(?<port>\d+))?'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MySql();

    [GeneratedRegex(@"(?<host>[A-Za-z][\w.-]*):(?<port>\d+) - no response", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PgIsReady();
}
