using System.Collections.Immutable;
using Bot.Core.Diagnosis.Rules.ArgoCd;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>The order in which the deletion rules are asked: what keeps the deletion from starting, what it says itself, then what it waits for.</summary>
internal static class DeletionRules
{
    public static ImmutableArray<DeletionRule> InOrder { get; } =
    [
        new DeleteBlockedByOperationRule(),
        new DeleteProjectMissingRule(),
        new DeleteHookFailedRule(),
        new DeleteConfirmationRule(),
        new DeletionDeadlockRule(),
        new AppStuckDeletingResourcesRule(),
    ];

    public static DeletionRule? OwnerOf(DeletionCase deletion) => InOrder.FirstOrDefault(rule => rule.Matches(deletion));
}
