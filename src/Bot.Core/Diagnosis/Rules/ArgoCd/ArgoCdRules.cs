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
        new RepoServerUnavailableRule(),
        new ArgocdSecretCircularPruneRule(),
        new ExternalSecretMergeNoTargetRule(),
        new SharedResourceRule(),
        new AppStuckDeletingResourcesRule(),
    ];
}
