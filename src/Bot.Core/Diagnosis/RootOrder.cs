namespace Bot.Core.Diagnosis;

/// <summary>
/// Worst first: severity, then the class of the cause (what others stand on comes first: APIService and webhook, node, storage, config and Secret, dependency, image, crash,
/// scheduling, readiness, Service, Ingress), impact, number of affected objects, and names to make it certain.
/// </summary>
internal static class RootOrder
{
    private static readonly string[][] Classes =
    [
        ["apiservice.", "webhook."],
        ["node."],
        ["ns.", "obj.", "pv.", "pvc."],
        ["argocd.argocd-secret", "argocd.external-secret", "eso.", "certmanager.", "pod.config-", "rs."],
        ["dns.", "mesh.control-plane", "argocd.repo-server", "argocd.redis", "argocd.controller", "argocd.server", "argocd.dex", "argocd.applicationset-controller", "argocd.notifications-controller", "db.", "mon."],
        ["pod.image-", "pod.arch-"],
        ["pod.oom", "pod.disk-full", "pod.crashloop", "pod.command-", "pod.init-", "pod.liveness-", "pod.startup-", "pod.container-", "pod.dependency-", "pod.restarts-", "pod.failed"],
        ["pod.unschedulable-", "pod.scheduling-", "pod.sandbox-", "pod.cni-", "pod.mount-", "pod.volume-", "pod.evicted", "pod.stuck-"],
        ["pod.start-timeout", "pod."],
        ["deploy.", "sts.", "ds.", "rollout.", "job.", "hpa.", "pdb."],
        ["cronjob."],
        ["svc."],
        ["tls.", "ingress.", "route.", "gateway.", "mesh.", "netpol."],
        ["argocd."],
    ];

    public static IComparer<Finding> Comparer { get; } = Comparer<Finding>.Create(Compare);

    /// <summary>True when the one is of a class on which the other may stand.</summary>
    public static bool StandsBefore(Finding cause, Finding consequence) => ClassOf(cause.Rule) < ClassOf(consequence.Rule);

    private static int Compare(Finding one, Finding other)
    {
        var step = other.Severity.CompareTo(one.Severity);
        step = step != 0 ? step : ClassOf(one.Rule).CompareTo(ClassOf(other.Rule));
        step = step != 0 ? step : other.Impact.CompareTo(one.Impact);
        step = step != 0 ? step : other.Affected.Length.CompareTo(one.Affected.Length);
        step = step != 0 ? step : string.CompareOrdinal(one.Rule, other.Rule);
        return step != 0 ? step : string.CompareOrdinal(one.Subject.ToString(), other.Subject.ToString());
    }

    private static int ClassOf(string rule) =>
        Array.FindIndex(Classes, prefixes => Array.Exists(prefixes, prefix => rule.StartsWith(prefix, StringComparison.Ordinal))) is >= 0 and var index ? index : Classes.Length;
}
