using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>An Application is to be deleted while an operation is set: the controller does one or the other, so the operation must end first. Why it does not end, another rule tells.</summary>
internal sealed class DeleteBlockedByOperationRule() : DeletionRule(RuleIds.ArgoCdDeleteBlockedByOperation, Severity.Warning)
{
    public override bool Matches(DeletionCase deletion) => deletion.App.Operation is not null;

    protected override Finding Describe(DeletionCase deletion)
    {
        var app = deletion.App;
        var state = app.OperationState;
        var parked = OperationMessage.Parse(state?.Message ?? "").Kind == OperationMessageKind.BlockedByWindow || state is { Phase: "Terminating" };
        var idle = state is null or { IsCompleted: true };
        return Start(deletion, ("phase", state?.Phase is { Length: > 0 } phase ? phase : OperationEvidence.Absent)) with
        {
            Variant = idle ? "not-begun" : parked ? "parked" : "",
            Evidence =
            [
                deletion.Requested,
                new Evidence(app.Ref, "operation.sync.revision", app.Operation!.Revision),
                new Evidence(app.Ref, "status.operationState.phase", state?.Phase ?? OperationEvidence.Absent) { At = state?.StartedAt },
                .. state is { Message.Length: > 0 } ? [new Evidence(app.Ref, "status.operationState.message", state.Message)] : Array.Empty<Evidence>(),
            ],
            Action = idle ? null : "clear-operation",
            Command = idle ? $"kubectl -n {deletion.Context.ArgoCdNamespace} get pods -l app.kubernetes.io/name={ArgoCdComponent.Controller}"
                : parked ? OperationCommands.EndAsFailed(app)
                : OperationCommands.Terminate(app),
            PointsTo = [app.Ref],
        };
    }
}
