using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// An operation waits for a hook Job that cannot end: suspended, without a pod, with a pod that cannot start, or past its
/// deadline (30 minutes where it sets none). A migration that runs within its deadline is left alone.
/// </summary>
public sealed class HookJobStuckRule() : OperationRule(RuleIds.ArgoCdHookJobStuck, Severity.Warning.To(Severity.Critical), "Job", "Pod")
{
    public override bool Matches(OperationCase operation) =>
        operation.IsRunning && operation.IsOlderThan(operation.Context.Thresholds.ArgoCd.OperationWarning) && operation.Hooks.Any(hook => hook.IsStuck);

    protected override Finding Describe(OperationCase operation)
    {
        var progress = operation.Hooks.First(hook => hook.IsStuck);
        var hook = progress.Hook.Ref;
        return Start(operation, operation.SeverityByAge(), ("hook", hook.Name), ("hooknamespace", hook.Namespace), ("reason", progress.Reason), ("pod", progress.Pod?.Name ?? "")) with
        {
            Variant = progress.State switch
            {
                HookState.Suspended => "suspended",
                HookState.PodCannotStart => "pod-blocked",
                HookState.NoPod => "no-pod",
                _ => "",
            },
            Evidence =
            [
                OperationEvidence.Message(operation),
                progress.State switch
                {
                    HookState.Suspended => new Evidence(hook, "spec.suspend", "true"),
                    HookState.PodCannotStart => new Evidence(progress.Pod!.Ref, "status", progress.Reason) { At = progress.Pod.Metadata.CreatedAt },
                    HookState.NoPod => new Evidence(hook, "status.active", "0"),
                    _ => new Evidence(hook, "status.startTime", "active") { At = StartOf(operation, progress) },
                },
                .. OperationEvidence.PinnedRevision(operation),
            ],
            Action = "clear-operation",
            Command = OperationCommands.Terminate(operation.App),
            Affected = [hook],
            PointsTo = progress.Pod is { } pod ? [pod.Ref, hook] : [hook],
        };
    }

    private static DateTimeOffset? StartOf(OperationCase operation, HookProgress progress) =>
        operation.Snapshot.Find(progress.Hook.Ref) is Clusters.Job job ? job.StartedAt : operation.State?.StartedAt;
}
