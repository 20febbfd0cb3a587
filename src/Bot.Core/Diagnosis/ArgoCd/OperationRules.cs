using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Rules.ArgoCd;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>
/// The order in which the operation rules are asked. What cannot be mended by ending the operation comes first
/// (nobody works on it, it is no operation at all, it is parked), then the precise causes, last the nameless rest.
/// </summary>
public static class OperationRules
{
    public static ImmutableArray<OperationRule> InOrder { get; } =
    [
        new OpNotPickedUpRule(),
        new PhantomRunningRule(),
        new TerminatingStuckRule(),
        new InconsistentTerminalRule(),
        new HookFailedRule(),
        new WindowParkedRule(),
        new PruneConfirmationRule(),
        new RetryLoopRule(),
        new SelfReferenceDeadlockRule(),
        new WaitCycleRule(),
        new HookDeletionTrapRule(),
        new HookVanishedRule(),
        new HookJobStuckRule(),
        new WaitedResourceGoneRule(),
        new PvcWaitForFirstConsumerRule(),
        new ChildBlocksParentRule(),
        new WaveBlockedRule(),
        new OperationStuckRule(),
    ];

    /// <summary>Nothing asked for and the last operation ended as it should: no rule has anything to say. So it is with nearly all of thousands.</summary>
    public static bool IsQuiet(Application application) =>
        application is { Operation: null, OperationState: null or { Phase: "Succeeded", FinishedAt: not null, SyncResult: not null } };

    /// <summary>The rule that speaks for the operation, or null when nothing is wrong with it.</summary>
    public static OperationRule? OwnerOf(OperationCase operation) => IsQuiet(operation.App) ? null : InOrder.FirstOrDefault(rule => rule.Matches(operation));
}
