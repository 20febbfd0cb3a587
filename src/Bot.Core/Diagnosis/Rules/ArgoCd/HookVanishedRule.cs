using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>An operation waits for a hook that is no longer in the cluster, mostly because its time-to-live removed it before the controller saw the result.</summary>
public sealed class HookVanishedRule() : OperationRule(RuleIds.ArgoCdHookVanished, Severity.Warning.To(Severity.Critical), "Job", "Pod")
{
    public override bool Matches(OperationCase operation) =>
        operation.IsRunning && operation.IsOlderThan(operation.Context.Thresholds.ArgoCd.OperationWarning) && Gone(operation) is not null;

    protected override Finding Describe(OperationCase operation)
    {
        var hook = Gone(operation)!.Hook.Ref;
        return Start(operation, operation.SeverityByAge(), ("hook", hook.Name), ("hooknamespace", hook.Namespace)) with
        {
            Evidence =
            [
                OperationEvidence.Message(operation),
                new Evidence(hook, "metadata.name", OperationEvidence.Absent) { At = operation.Snapshot.TakenAt },
                .. OperationEvidence.PinnedRevision(operation),
            ],
            Action = "clear-operation",
            Command = OperationCommands.Terminate(operation.App),
        };
    }

    private static HookProgress? Gone(OperationCase operation) => operation.Hooks.FirstOrDefault(hook => hook.State == HookState.Gone);
}
