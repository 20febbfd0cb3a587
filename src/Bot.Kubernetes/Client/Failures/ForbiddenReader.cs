using System.Text.RegularExpressions;

namespace Bot.Kubernetes.Client.Failures;

/// <summary>Tells the two meanings of 403 apart: a right is missing, or a policy refused what the rights allow.</summary>
internal static partial class ForbiddenReader
{
    public static MissingRight? MissingRight(StatusDocument status)
    {
        var match = Denied().Match(status.Message);
        if (!match.Success)
        {
            return null;
        }

        var isPath = match.Groups["path"].Success;
        return new MissingRight(
            match.Groups["user"].Value,
            match.Groups["verb"].Value,
            match.Groups["group"].Value,
            isPath ? match.Groups["path"].Value : match.Groups["resource"].Value,
            match.Groups["namespace"].Success ? match.Groups["namespace"].Value : null,
            status.Name.Length == 0 ? null : status.Name);
    }

    public static Refusal Refusal(StatusDocument status)
    {
        if (status.Causes.Any(cause => cause.Reason == "NamespaceTerminating"))
        {
            return Failures.Refusal.NamespaceTerminating;
        }

        if (status.Message.Contains("violates PodSecurity", StringComparison.Ordinal))
        {
            return Failures.Refusal.PodSecurity;
        }

        if (status.Message.Contains("exceeded quota", StringComparison.Ordinal))
        {
            return Failures.Refusal.Quota;
        }

        return status.Message.Contains("admission webhook", StringComparison.Ordinal) ? Failures.Refusal.AdmissionWebhook : Failures.Refusal.Other;
    }

    // The user is printed as a Go string, so a quote inside it is escaped.
    [GeneratedRegex(
        """User "(?<user>(?:[^"\\]|\\.)*)" cannot (?<verb>\S+) (?:resource "(?<resource>[^"]*)" in API group "(?<group>[^"]*)"(?: in the namespace "(?<namespace>[^"]*)"| at the cluster scope)|path "(?<path>[^"]*)")""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Denied();
}
