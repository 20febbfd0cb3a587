using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Core.Texts;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// An operation fails and tries again for more than 10 minutes, each time at the same revision. Between two attempts
/// (<c>finishedAt</c> beside Running) nothing is stuck; the reason in the message is what has to be mended.
/// </summary>
public sealed class RetryLoopRule() : OperationRule(RuleIds.ArgoCdRetryLoop, Severity.Warning)
{
    public override bool Matches(OperationCase operation) =>
        operation is { App.Operation: not null, State: { Phase: "Running", FinishedAt: not null } } && operation.IsOlderThan(operation.Context.Thresholds.ArgoCd.OperationWarning);

    protected override Finding Describe(OperationCase operation)
    {
        var state = operation.State!;
        var retry = operation.App.Operation!.Retry ?? operation.App.Retry;
        var mayHelp = operation.IsBehindGit && retry is not { Refresh: true };
        var reason = MessageClassifier.Underlying(state.Message);
        return Start(
            operation,
            Severity.Warning,
            ("attempts", state.RetryCount),
            ("limit", retry?.Limit ?? 0),
            ("reason", reason == MessagePattern.Unclassified ? operation.Message.Text : new TextKey($"operation.pattern.{reason}"))) with
        {
            Variant = mayHelp ? "behind-git" : retry is { Limit: < 0 } ? "endless" : "",
            Evidence =
            [
                OperationEvidence.Message(operation),
                new Evidence(operation.App.Ref, "status.operationState.retryCount", $"{state.RetryCount}") { At = state.FinishedAt },
                .. OperationEvidence.PinnedRevision(operation),
                .. (state.SyncResult?.Resources ?? []).Where(entry => entry.Status == "SyncFailed").Take(1)
                    .Select(entry => new Evidence(ManagedKinds.RefOf(entry.Group, entry.Kind, entry.Namespace, entry.Name), "status.operationState.syncResult.resources[].message", entry.Message)),
            ],
            Action = mayHelp ? "clear-operation" : null,
            Command = mayHelp ? OperationCommands.Terminate(operation.App) : null,
            PointsTo =
            [
                .. FailedSync.Of(operation.App) is { } failed ? FailureCause.Of(failed, operation.Snapshot, operation.Context) : [],
                .. (state.SyncResult?.Resources ?? []).Where(entry => entry.Status == "SyncFailed" || entry.HookPhase is "Failed" or "Error")
                    .Select(entry => ManagedKinds.RefOf(entry.Group, entry.Kind, entry.Namespace, entry.Name)).Take(5),
            ],
        };
    }
}
