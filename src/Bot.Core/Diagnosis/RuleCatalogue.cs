using System.Collections.Immutable;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Core.Diagnosis.Rules.ExternalSecrets;
using Bot.Core.Diagnosis.Rules.Namespaces;
using Bot.Core.Diagnosis.Rules.Pods;
using Bot.Core.Diagnosis.Rules.Webhooks;

namespace Bot.Core.Diagnosis;

/// <summary>Every rule, in the order in which they run. A new rule is one file and one line here.</summary>
public static class RuleCatalogue
{
    public static ImmutableArray<IDiagnosticRule> All { get; } =
    [
        .. OperationRules.InOrder,
        new SelfPruneHazardRule(),
        new RepoServerUnavailableRule(),
        new ArgocdSecretCircularPruneRule(),
        new ExternalSecretMergeNoTargetRule(),
        new SharedResourceRule(),
        new AppStuckDeletingResourcesRule(),
        new StuckTerminatingRule(),
        new OomRule(),
        new ImageNotFoundRule(),
        new ImageAuthRule(),
        new ImageRateLimitRule(),
        new ImageRegistryUnreachableRule(),
        new ImageInvalidNameRule(),
        new ImageNeverPullRule(),
        new ImagePullRule(),
        new CrashloopRule(),
        new UnschedulableResourcesRule(),
        new SyncFailedRule(),
        new NoEndpointsRule(),
    ];

    /// <summary>The rule of an id, or null when there is none.</summary>
    public static IDiagnosticRule? Find(string id) => All.FirstOrDefault(rule => rule.Descriptor.Id == id);
}
