using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

/// <summary>One probe of its parts, whatever the wire: zero is "not said" and becomes what the API server would have filled in.</summary>
internal static class ProbeParts
{
    private const int Timeout = 1;
    private const int Period = 10;
    private const int Failures = 3;

    public static Probe Make(string sort, string port, string path, int delay, int timeout, int period, int failures) =>
        new(sort, port, path, delay, timeout > 0 ? timeout : Timeout, period > 0 ? period : Period, failures > 0 ? failures : Failures);
}
