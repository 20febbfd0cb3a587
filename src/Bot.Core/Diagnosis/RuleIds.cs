namespace Bot.Core.Diagnosis;

/// <summary>Every published rule id, grouped as the rules are. Append only: an id is never renamed, reused or removed.</summary>
public static class RuleIds
{
    // Argo CD
    public const string ArgoCdSelfReferenceDeadlock = "argocd.self-reference-deadlock";
    public const string ArgoCdWaitCycle = "argocd.wait-cycle";
    public const string ArgoCdChildBlocksParent = "argocd.child-blocks-parent";
    public const string ArgoCdWaitedResourceGone = "argocd.waited-resource-gone";
    public const string ArgoCdHookJobStuck = "argocd.hook-job-stuck";
    public const string ArgoCdHookVanished = "argocd.hook-vanished";
    public const string ArgoCdHookFailed = "argocd.hook-failed";
    public const string ArgoCdHookDeletionTrap = "argocd.hook-deletion-trap";
    public const string ArgoCdWaveBlocked = "argocd.wave-blocked";
    public const string ArgoCdWindowParked = "argocd.window-parked";
    public const string ArgoCdPhantomRunning = "argocd.phantom-running";
    public const string ArgoCdTerminatingStuck = "argocd.terminating-stuck";
    public const string ArgoCdRetryLoop = "argocd.retry-loop";
    public const string ArgoCdOpNotPickedUp = "argocd.op-not-picked-up";
    public const string ArgoCdInconsistentTerminal = "argocd.inconsistent-terminal";
    public const string ArgoCdOperationStuck = "argocd.operation-stuck";
    public const string ArgoCdRepoServerUnavailable = "argocd.repo-server-unavailable";
    public const string ArgoCdArgocdSecretCircularPrune = "argocd.argocd-secret-circular-prune";
    public const string ArgoCdExternalSecretMergeNoTarget = "argocd.external-secret-merge-no-target";
    public const string ArgoCdSharedResource = "argocd.shared-resource";
    public const string ArgoCdSelfPruneHazard = "argocd.self-prune-hazard";
    public const string ArgoCdAppStuckDeletingResources = "argocd.app-stuck-deleting-resources";
    public const string ArgoCdRepoAuth = "argocd.repo-auth";
    public const string ArgoCdRevisionMissing = "argocd.revision-missing";
    public const string ArgoCdPathMissing = "argocd.path-missing";
    public const string ArgoCdRenderFailure = "argocd.render-failure";
    public const string ArgoCdControllerDown = "argocd.controller-down";
    public const string ArgoCdClusterUnreachable = "argocd.cluster-unreachable";
    public const string ArgoCdRedisUnavailable = "argocd.redis-unavailable";
    public const string ArgoCdClusterCacheBroken = "argocd.cluster-cache-broken";
    public const string ArgoCdSourceIntegrity = "argocd.source-integrity";
    public const string ArgoCdStatusTooLarge = "argocd.status-too-large";
    public const string ArgoCdServerDown = "argocd.server-down";
    public const string ArgoCdDexDown = "argocd.dex-down";
    public const string ArgoCdApplicationSetControllerDown = "argocd.applicationset-controller-down";
    public const string ArgoCdNotificationsControllerDown = "argocd.notifications-controller-down";
    public const string ArgoCdDeleteBlockedByOperation = "argocd.delete-blocked-by-operation";
    public const string ArgoCdDeleteProjectMissing = "argocd.delete-project-missing";
    public const string ArgoCdDeleteHookFailed = "argocd.delete-hook-failed";
    public const string ArgoCdDeleteConfirmation = "argocd.delete-confirmation";
    public const string ArgoCdDeletionDeadlock = "argocd.deletion-deadlock";
    public const string ArgoCdRolloutPaused = "argocd.rollout-paused";
    public const string ArgoCdSuspended = "argocd.suspended";
    public const string ArgoCdMissingNotDeployed = "argocd.missing-not-deployed";
    public const string ArgoCdPerpetualDiff = "argocd.perpetual-diff";
    public const string ArgoCdSelfHealLoop = "argocd.selfheal-loop";
    public const string ArgoCdPruneDisabledLeftovers = "argocd.prune-disabled-leftovers";
    public const string ArgoCdWipeGuard = "argocd.wipe-guard";
    public const string ArgoCdAutoSyncOff = "argocd.auto-sync-off";
    public const string ArgoCdWindowHoldsSync = "argocd.window-holds-sync";
    public const string ArgoCdExcludedResource = "argocd.excluded-resource";
    public const string ArgoCdOrphanedResources = "argocd.orphaned-resources";
    public const string ArgoCdApplicationSetError = "argocd.applicationset-error";
    public const string ArgoCdSelfListed = "argocd.self-listed";
    public const string ArgoCdRepoSecretUnlabelled = "argocd.repo-secret-unlabelled";
    public const string ArgoCdConfigObsoleteKey = "argocd.config-obsolete-key";
    public const string ArgoCdConfigUnknownKey = "argocd.config-unknown-key";
    public const string ArgoCdInitialAdminSecretLeft = "argocd.initial-admin-secret-left";
    public const string ArgoCdExecEnabled = "argocd.exec-enabled";
    public const string ArgoCdRbacWide = "argocd.rbac-wide";
    public const string ArgoCdPvcWaitForFirstConsumer = "argocd.pvc-wait-for-first-consumer";
    public const string ArgoCdPruneConfirmation = "argocd.prune-confirmation";
    public const string ArgoCdNoRetrySameSha = "argocd.no-retry-same-sha";
    public const string ArgoCdImmutableField = "argocd.immutable-field";
    public const string ArgoCdCrdMissing = "argocd.crd-missing";
    public const string ArgoCdWebhookUnreachable = "argocd.webhook-unreachable";
    public const string ArgoCdAdmissionDenied = "argocd.admission-denied";
    public const string ArgoCdQuotaExceeded = "argocd.quota-exceeded";
    public const string ArgoCdNamespaceMissing = "argocd.namespace-missing";
    public const string ArgoCdNamespaceTerminating = "argocd.namespace-terminating";
    public const string ArgoCdAnnotationTooLong = "argocd.annotation-too-long";
    public const string ArgoCdRbacForbidden = "argocd.rbac-forbidden";
    public const string ArgoCdProjectDenied = "argocd.project-denied";
    public const string ArgoCdDestinationInvalid = "argocd.destination-invalid";
    public const string ArgoCdInvalidManifest = "argocd.invalid-manifest";
    public const string ArgoCdSyncFailed = "argocd.sync-failed";

    // Pods
    public const string PodOom = "pod.oom";
    public const string PodImageNotFound = "pod.image-not-found";
    public const string PodImageAuth = "pod.image-auth";
    public const string PodImageRateLimit = "pod.image-rate-limit";
    public const string PodImageRegistryUnreachable = "pod.image-registry-unreachable";
    public const string PodImageInvalidName = "pod.image-invalid-name";
    public const string PodImageNeverPull = "pod.image-never-pull";
    public const string PodImagePull = "pod.image-pull";
    public const string PodCrashloop = "pod.crashloop";
    public const string PodUnschedulableResources = "pod.unschedulable-resources";
    public const string PodArchMismatch = "pod.arch-mismatch";
    public const string PodConfigMissing = "pod.config-missing";
    public const string PodConfigKeyMissing = "pod.config-key-missing";
    public const string PodContainerCreateError = "pod.container-create-error";
    public const string PodSandboxFailed = "pod.sandbox-failed";
    public const string PodCniIpExhausted = "pod.cni-ip-exhausted";
    public const string PodMountFailed = "pod.mount-failed";
    public const string PodVolumeMultiAttach = "pod.volume-multi-attach";
    public const string PodStartTimeout = "pod.start-timeout";
    public const string PodCommandNotFound = "pod.command-not-found";
    public const string PodLivenessKills = "pod.liveness-kills";
    public const string PodStartupProbe = "pod.startup-probe";
    public const string PodInitCrashloop = "pod.init-crashloop";
    public const string PodDiskFull = "pod.disk-full";
    public const string PodDependencyUnreachable = "pod.dependency-unreachable";
    public const string PodRestartsHigh = "pod.restarts-high";
    public const string PodFailed = "pod.failed";
    public const string PodUnschedulableTooManyPods = "pod.unschedulable-too-many-pods";
    public const string PodUnschedulableAffinity = "pod.unschedulable-affinity";
    public const string PodUnschedulableTaint = "pod.unschedulable-taint";
    public const string PodUnschedulableVolumeZone = "pod.unschedulable-volume-zone";
    public const string PodUnschedulablePvc = "pod.unschedulable-pvc";
    public const string PodSchedulingGated = "pod.scheduling-gated";
    public const string PodNotReady = "pod.not-ready";
    public const string PodEvicted = "pod.evicted";
    public const string PodStuckTerminating = "pod.stuck-terminating";

    // Workloads
    public const string DeployRolloutStuck = "deploy.rollout-stuck";
    public const string DeployUnavailable = "deploy.unavailable";
    public const string DeployGenerationLag = "deploy.generation-lag";
    public const string RsQuotaExceeded = "rs.quota-exceeded";
    public const string RsLimitRange = "rs.limitrange";
    public const string RsForbiddenPodSecurity = "rs.forbidden-podsecurity";
    public const string RsServiceAccountMissing = "rs.serviceaccount-missing";
    public const string RsWebhookDenied = "rs.webhook-denied";
    public const string StsNotReady = "sts.not-ready";
    public const string StsStuckBrokenRevision = "sts.stuck-broken-revision";
    public const string DsUnavailable = "ds.unavailable";
    public const string RolloutDegraded = "rollout.degraded";
    public const string JobFailed = "job.failed";
    public const string JobStuck = "job.stuck";
    public const string CronJobFailing = "cronjob.failing";
    public const string CronJobBackupFailing = "cronjob.backup-failing";
    public const string CronJobMissedSchedule = "cronjob.missed-schedule";
    public const string HpaNoMetrics = "hpa.no-metrics";
    public const string HpaMissingRequests = "hpa.missing-requests";
    public const string HpaTargetMissing = "hpa.target-missing";
    public const string HpaCannotScale = "hpa.cannot-scale";
    public const string HpaAtMax = "hpa.at-max";
    public const string PdbBlocksDrain = "pdb.blocks-drain";
    public const string WorkloadMutableTag = "workload.mutable-tag";

    // Network
    public const string SvcSelectorMismatch = "svc.selector-mismatch";
    public const string SvcNoReadyEndpoints = "svc.no-ready-endpoints";
    public const string SvcTargetPortMismatch = "svc.target-port-mismatch";
    public const string IngressBackendMissing = "ingress.backend-missing";
    public const string IngressBackendPortMismatch = "ingress.backend-port-mismatch";
    public const string IngressClassMissing = "ingress.class-missing";
    public const string IngressNoAddress = "ingress.no-address";
    public const string IngressTlsSecretMissing = "ingress.tls-secret-missing";
    public const string TlsCertExpiring = "tls.cert-expiring";
    public const string TlsCertExpired = "tls.cert-expired";
    public const string CertManagerNotReady = "certmanager.not-ready";
    public const string NetpolNoAllow = "netpol.no-allow";
    public const string GatewayNotProgrammed = "gateway.not-programmed";
    public const string RouteNotAccepted = "route.not-accepted";
    public const string DnsDown = "dns.down";

    // Mesh
    public const string MeshSidecarMissing = "mesh.sidecar-missing";
    public const string MeshSidecarNotReady = "mesh.sidecar-not-ready";
    public const string MeshMtlsPlaintextClient = "mesh.mtls-plaintext-client";
    public const string MeshVirtualServiceHostMissing = "mesh.virtualservice-host-missing";
    public const string MeshVirtualServiceSubsetMissing = "mesh.virtualservice-subset-missing";
    public const string MeshControlPlaneDown = "mesh.control-plane-down";
    public const string MeshSidecarBlocksJob = "mesh.sidecar-blocks-job";

    // Storage
    public const string PvcStorageclassMissing = "pvc.storageclass-missing";
    public const string PvcProvisioningFailed = "pvc.provisioning-failed";
    public const string PvcPending = "pvc.pending";
    public const string PvcLost = "pvc.lost";
    public const string PvFailed = "pv.failed";
    public const string PvcNearFull = "pvc.near-full";

    // Nodes
    public const string NodeNotReady = "node.not-ready";
    public const string NodeMemoryPressure = "node.memory-pressure";
    public const string NodeDiskPressure = "node.disk-pressure";
    public const string NodePidPressure = "node.pid-pressure";
    public const string NodeNetworkUnavailable = "node.network-unavailable";
    public const string NodeCustomCondition = "node.custom-condition";
    public const string NodeCordoned = "node.cordoned";

    // Platform
    public const string NamespaceStuckTerminating = "ns.stuck-terminating";
    public const string EsoSyncFailed = "eso.sync-failed";
    public const string WebhookNoEndpoints = "webhook.no-endpoints";
    public const string ApiServiceUnavailable = "apiservice.unavailable";
    public const string ObjectStuckFinalizer = "obj.stuck-finalizer";
    public const string VersionUnsupported = "version.unsupported";
    public const string DbPostgresDown = "db.postgres-down";
    public const string MonPrometheusDown = "mon.prometheus-down";
    public const string MonGrafanaDown = "mon.grafana-down";
    public const string MonLokiDown = "mon.loki-down";
    public const string MonAlertmanagerDown = "mon.alertmanager-down";
    public const string MonPromtailGap = "mon.promtail-gap";
    public const string MonOperatorDown = "mon.operator-down";
    public const string MonTargetMissing = "mon.target-missing";
    public const string BotBlind = "bot.blind";
}
