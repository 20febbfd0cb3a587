using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>Somebody ended the operation and the controller does not finish that: a sync window holds it, a hook cannot be deleted, or the controller is down. Told after 2 minutes.</summary>
public sealed class TerminatingStuckRule() : OperationRule(RuleIds.ArgoCdTerminatingStuck, Severity.Warning, "AppProject")
{
    public override bool Matches(OperationCase operation) =>
        operation.App.Operation is not null && operation.Phase == "Terminating" && operation.IsOlderThan(operation.Context.Thresholds.ArgoCd.ControllerReaction);

    protected override Finding Describe(OperationCase operation) => Start(operation, Severity.Warning) with
    {
        Variant = IsHeldByWindow(operation) ? "window" : "",
        Evidence = [OperationEvidence.Phase(operation), OperationEvidence.Message(operation)],
        Action = "clear-operation",
        Command = OperationCommands.EndAsFailed(operation.App),
        PointsTo = IsHeldByWindow(operation) ? [] : ArgoCdComponent.RefOf(ArgoCdComponent.Controller, operation.Snapshot, operation.Context),
    };

    private static bool IsHeldByWindow(OperationCase operation) =>
        operation.Message.Kind == OperationMessageKind.BlockedByWindow
        || (operation.Snapshot.Find<AppProject>("AppProject", operation.Context.ArgoCdNamespace, operation.App.Project) is { } project
            && !SyncWindowEvaluator.Evaluate(SyncWindowEvaluator.Matching(operation.App, project), operation.Context.Now, operation.State!.Operation is { Automated: false }).CanSync);
}
