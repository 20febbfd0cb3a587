using System.Collections.Frozen;

namespace Bot.Core.Diagnosis;

/// <summary>
/// Rules that see only that something does not work: what they found is a consequence of whatever is found about the pods, claims or Services under it,
/// whether or not the rule pointed there. Component rules speak for a part that others need: they carry the fault of its pods when others suffer.
/// </summary>
internal static class SymptomRules
{
    private static readonly FrozenSet<string> Symptoms = FrozenSet.ToFrozenSet(
    [
        "deploy.rollout-stuck", "deploy.unavailable", "sts.not-ready", "sts.stuck-broken-revision", "ds.unavailable", "rollout.degraded",
        "job.failed", "job.stuck", "cronjob.failing", "cronjob.backup-failing", "svc.no-ready-endpoints", "route.not-accepted", "gateway.not-programmed",
        "hpa.no-metrics", "hpa.cannot-scale", "pvc.lost", "tls.cert-expiring", "tls.cert-expired", "ingress.tls-secret-missing", "webhook.no-endpoints", "apiservice.unavailable",
        "pod.start-timeout",
    ]);

    private static readonly FrozenSet<string> Components = FrozenSet.ToFrozenSet(
    [
        "argocd.repo-server-unavailable", "argocd.controller-down", "argocd.redis-unavailable", "argocd.server-down", "argocd.dex-down",
        "argocd.applicationset-controller-down", "argocd.notifications-controller-down", "db.postgres-down",
        "mon.prometheus-down", "mon.grafana-down", "mon.loki-down", "mon.alertmanager-down", "mon.operator-down", "mon.promtail-gap", "mesh.control-plane-down", "dns.down",
    ]);

    // Without these the others cannot work or nobody hears of it: they are told for themselves even while no client shows a fault.
    private static readonly FrozenSet<string> Vital = FrozenSet.ToFrozenSet(["db.postgres-down", "mon.prometheus-down", "mon.alertmanager-down"]);

    private static readonly string[] Workloads = ["pod.", "deploy.", "sts.", "ds.", "rollout.", "rs.", "svc.no-ready-endpoints", "svc.selector-mismatch"];

    public static bool IsSymptom(Finding finding) => Symptoms.Contains(finding.Rule);

    public static bool IsComponent(Finding finding) => Components.Contains(finding.Rule);

    public static bool IsVital(Finding finding) => Vital.Contains(finding.Rule);

    /// <summary>True for what a component rule carries: faults of pods and of the workloads that keep them.</summary>
    public static bool IsOfWorkload(Finding finding) => Array.Exists(Workloads, prefix => finding.Rule.StartsWith(prefix, StringComparison.Ordinal));
}
