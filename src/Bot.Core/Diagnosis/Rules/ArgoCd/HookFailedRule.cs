using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>The last operation failed because a hook failed. Nothing is stuck: the hook has to be mended in Git, and its Job is kept for its logs.</summary>
public sealed class HookFailedRule() : OperationRule(RuleIds.ArgoCdHookFailed, Severity.Warning, "Job")
{
    public override bool Matches(OperationCase operation) =>
        operation.App.Operation is null && operation.Phase is "Failed" or "Error" && FailedHook(operation) is not null;

    protected override Finding Describe(OperationCase operation)
    {
        var entry = FailedHook(operation)!;
        var hook = ManagedKinds.RefOf(entry.Group, entry.Kind, entry.Namespace, entry.Name);
        return Start(operation, Severity.Warning, ("hook", hook.Name), ("hooktype", entry.HookType), ("retries", operation.State!.RetryCount), ("reason", entry.Message)) with
        {
            Since = operation.State.FinishedAt ?? operation.State.StartedAt,
            Evidence =
            [
                new Evidence(operation.App.Ref, "status.operationState.message", operation.State.Message) { At = operation.State.FinishedAt },
                new Evidence(hook, "status.operationState.syncResult.resources[].hookPhase", $"{entry.HookPhase}: {entry.Message}"),
                .. operation.Snapshot.Find(hook) is Job { IsFailed: true } job ? [FailedCondition(job)] : Array.Empty<Evidence>(),
            ],
            Command = hook.Kind == "Job" ? $"kubectl -n {hook.Namespace} logs job/{hook.Name} --all-containers --tail=40" : null,
            Affected = [hook],
            PointsTo = [hook],
        };
    }

    private static Evidence FailedCondition(Job job)
    {
        var condition = job.Conditions.First(found => found is { Type: "Failed", Status: "True" });
        return new Evidence(job.Ref, "status.conditions[Failed].reason", condition.Reason) { At = condition.LastTransitionAt };
    }

    private static SyncedResource? FailedHook(OperationCase operation) =>
        operation.State?.SyncResult?.Resources.FirstOrDefault(entry => entry.HookType.Length > 0 && entry.HookPhase is "Failed" or "Error" && !IsRefused(entry));

    // The hook never ran: the API did not take it, and the rule about that reason speaks.
    private static bool IsRefused(SyncedResource entry) => entry.Status == "SyncFailed" && FailedSync.IsCause(MessageClassifier.Classify(entry.Message, ofHook: true));
}
