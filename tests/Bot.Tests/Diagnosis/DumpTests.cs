using Bot.Core.Diagnosis;
using Bot.Testing;

namespace Bot.Tests.Diagnosis;

/// <summary>Two dumps of a cluster with a real control plane: the faults of their index, and none of its false leads.</summary>
public sealed class DumpTests
{
    private static readonly DateTimeOffset Later = new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset WithEvents = new(2026, 11, 21, 0, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset HealthyAt = new(2026, 11, 21, 0, 20, 43, TimeSpan.Zero);

    // TopOwner of every finding above info that the rules of today must name, and nothing else.
    private static readonly string[] Expected =
    [
        "argocd.app-stuck-deleting-resources Application/argocd/legacy-prod Warning",
        "argocd.controller-down StatefulSet/argocd/argocd-application-controller Critical",
        "argocd.hook-failed Application/argocd/user-service-prod Warning",
        "argocd.repo-auth Application/argocd/chat-service-prod Critical",
        "argocd.self-reference-deadlock Application/argocd/wealist-apps-prod Critical",
        "cronjob.backup-failing CronJob/wealist-prod/db-backup Critical",
        "cronjob.missed-schedule CronJob/wealist-prod/db-backup Warning",
        "deploy.rollout-stuck Deployment/wealist-prod/auth-service Warning",
        "deploy.rollout-stuck Deployment/wealist-prod/board-service Warning",
        "deploy.unavailable Deployment/wealist-batch/batch-worker Warning",
        "deploy.unavailable Deployment/wealist-prod/media-service Critical",
        "deploy.unavailable Deployment/wealist-prod/noti-service Critical",
        "deploy.unavailable Deployment/wealist-prod/search-service Critical",
        "deploy.unavailable Deployment/wealist-prod/video-service Critical",
        "deploy.unavailable Deployment/wealist-report/report-service Critical",
        "hpa.no-metrics HorizontalPodAutoscaler/wealist-prod/user-service Warning",
        "ingress.no-address Ingress/wealist-prod/gateway Critical",
        "job.failed Job/wealist-prod/user-db-migrate Critical",
        "ns.stuck-terminating Namespace//wealist-stage Warning",
        "pod.crashloop Deployment/wealist-prod/auth-service Warning",
        "pod.image-not-found Deployment/wealist-prod/board-service Warning",
        "pod.not-ready Deployment/wealist-prod/noti-service Critical",
        "pod.oom Deployment/wealist-prod/media-service Critical",
        "pod.start-timeout Deployment/wealist-prod/search-service Warning",
        "pod.unschedulable-pvc Deployment/wealist-prod/video-service Critical",
        "pod.unschedulable-resources Deployment/wealist-report/report-service Critical",
        "pvc.pending PersistentVolumeClaim/wealist-prod/video-recordings Warning",
        "pvc.storageclass-missing PersistentVolumeClaim/wealist-prod/search-index Warning",
        "rs.quota-exceeded Deployment/wealist-batch/batch-worker Warning",
        "svc.no-ready-endpoints Service/wealist-prod/media-service Critical",
        "svc.no-ready-endpoints Service/wealist-prod/noti-service Critical",
        "svc.no-ready-endpoints Service/wealist-prod/search-service Critical",
        "svc.no-ready-endpoints Service/wealist-prod/video-service Critical",
        "svc.selector-mismatch Service/wealist-prod/gateway Critical",
    ];

    // What is too young while the events are fresh: deletions, and rollouts within their deadline.
    private static readonly string[] OnlyLater =
    [
        "argocd.app-stuck-deleting-resources Application/argocd/legacy-prod Warning",
        "cronjob.missed-schedule CronJob/wealist-prod/db-backup Warning",
        "deploy.unavailable Deployment/wealist-prod/media-service Critical",
        "deploy.unavailable Deployment/wealist-prod/noti-service Critical",
        "deploy.unavailable Deployment/wealist-prod/search-service Critical",
        "deploy.unavailable Deployment/wealist-prod/video-service Critical",
        "deploy.unavailable Deployment/wealist-report/report-service Critical",
        "ingress.no-address Ingress/wealist-prod/gateway Critical",
        "ns.stuck-terminating Namespace//wealist-stage Warning",
        "pod.not-ready Deployment/wealist-prod/noti-service Critical",
        "pod.start-timeout Deployment/wealist-prod/search-service Warning",
        "pvc.pending PersistentVolumeClaim/wealist-prod/video-recordings Warning",
        "svc.no-ready-endpoints Service/wealist-prod/noti-service Critical",
        "svc.no-ready-endpoints Service/wealist-prod/search-service Critical",
        "svc.no-ready-endpoints Service/wealist-prod/video-service Critical",
    ];

    [SharedFact]
    public void Broken_names_the_faults_and_no_false_lead() => Told(Broken(Later)).ShouldBe(Expected);

    [SharedFact]
    public void Broken_names_the_young_faults_while_its_events_are_fresh() =>
        Told(Broken(WithEvents)).ShouldBe(Expected.Except(OnlyLater));

    [SharedFact]
    public void Broken_says_who_suffers()
    {
        var findings = Broken(Later).Findings;

        findings.Single(finding => finding.Rule == RuleIds.PodOom).Impact.ShouldBe(Impact.Users);
        findings.Single(finding => finding.Rule == RuleIds.PodImageNotFound).Impact.ShouldBe(Impact.Deployments);
        findings.Single(finding => finding.Rule == RuleIds.ArgoCdSelfReferenceDeadlock).Impact.ShouldBe(Impact.Deployments);
    }

    [SharedFact]
    public void Broken_groups_the_app_in_deletion_under_its_namespace()
    {
        var findings = Broken(Later).Findings;
        var root = findings.Single(finding => finding.Rule == RuleIds.NamespaceStuckTerminating);

        root.IsRoot.ShouldBeTrue();
        findings.Single(finding => finding.Rule == RuleIds.ArgoCdAppStuckDeletingResources).CausedBy.ShouldBe([root.Id]);
    }

    [SharedFact]
    public void Healthy_gives_nothing_above_info() =>
        Told(Diagnosed.From(SharedFiles.PathOf("recordings", "dumps", "healthy.json"), HealthyAt)).ShouldBeEmpty();

    private static ClusterDiagnosis Broken(DateTimeOffset now) => Diagnosed.From(SharedFiles.PathOf("recordings", "dumps", "broken.json"), now);

    private static IEnumerable<string> Told(ClusterDiagnosis diagnosis) => diagnosis.Findings
        .Where(finding => finding.Severity > Severity.Info)
        .Select(finding => $"{finding.Rule} {finding.TopOwner} {finding.Severity}")
        .Order(StringComparer.Ordinal);
}
