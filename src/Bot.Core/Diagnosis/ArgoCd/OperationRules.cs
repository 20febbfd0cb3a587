using System.Collections.Immutable;
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
        new RetryLoopRule(),
        new SelfReferenceDeadlockRule(),
        new WaitCycleRule(),
        new HookDeletionTrapRule(),
        new HookVanishedRule(),
        new HookJobStuckRule(),
        new WaitedResourceGoneRule(),
        new ChildBlocksParentRule(),
        new WaveBlockedRule(),
        new OperationStuckRule(),
    ];

    /// <summary>The rule that speaks for the operation, or null when nothing is wrong with it.</summary>
    public static OperationRule? OwnerOf(OperationCase operation) => operation.IsQuiet ? null : InOrder.FirstOrDefault(rule => rule.Matches(operation));
}
