namespace Bot.Kubernetes.Kinds;

/// <summary>
/// Annotations are kept, but for copies of the whole object (which may hold what nobody should see), bookkeeping of the
/// notification controller, and anything long.
/// </summary>
internal static class KeptAnnotations
{
    public const int LongestValue = 1024;

    public static bool IsWanted(string key) =>
        key is not ("kubectl.kubernetes.io/last-applied-configuration" or "autoscaling.alpha.kubernetes.io/current-metrics" or "endpoints.kubernetes.io/last-change-trigger-time")
        && !key.StartsWith("notified.", StringComparison.Ordinal);
}
