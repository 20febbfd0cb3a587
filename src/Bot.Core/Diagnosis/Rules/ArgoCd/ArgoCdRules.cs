using System.Collections.Immutable;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>The rules about Argo CD, in the order in which they run.</summary>
internal static class ArgoCdRules
{
    public static ImmutableArray<IDiagnosticRule> All { get; } =
    [
        .. OperationRules.InOrder,
        new SelfPruneHazardRule(),
        new ControllerDownRule(),
        new ClusterCacheBrokenRule(),
        new ClusterUnreachableRule(),
        new RedisUnavailableRule(),
        new RepoServerUnavailableRule(),
        new RepoAuthRule(),
        new RevisionMissingRule(),
        new PathMissingRule(),
        new RenderFailureRule(),
        new SourceIntegrityRule(),
        new StatusTooLargeRule(),
        new ServerDownRule(),
        new DexDownRule(),
        new ApplicationSetControllerDownRule(),
        new NotificationsControllerDownRule(),
        new ArgocdSecretCircularPruneRule(),
        new ExternalSecretMergeNoTargetRule(),
        new SharedResourceRule(),
        .. DeletionRules.InOrder,
        new RolloutPausedRule(),
        new SuspendedRule(),
        new MissingNotDeployedRule(),
        new WipeGuardRule(),
        new SelfHealLoopRule(),
        new PruneDisabledLeftoversRule(),
        new PerpetualDiffRule(),
        new WindowHoldsSyncRule(),
        new AutoSyncOffRule(),
        new ExcludedResourceRule(),
        new OrphanedResourcesRule(),
        new ApplicationSetErrorRule(),
        new SelfListedRule(),
        new RepoSecretUnlabelledRule(),
        new ConfigObsoleteKeyRule(),
        new ConfigUnknownKeyRule(),
        new InitialAdminSecretLeftRule(),
        new ExecEnabledRule(),
        new RbacWideRule(),
    ];
}
