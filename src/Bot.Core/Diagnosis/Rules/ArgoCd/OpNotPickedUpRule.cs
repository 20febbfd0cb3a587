using System.Globalization;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// An operation was requested and the controller does not begin it: frozen by annotation, or not looked at for longer than
/// the usual comparison (at most 3 minutes) plus 2 minutes. Patching the operation mends nothing here.
/// </summary>
public sealed class OpNotPickedUpRule() : OperationRule(RuleIds.ArgoCdOpNotPickedUp, Severity.Warning)
{
    private const string Absent = OperationEvidence.Absent;

    public override bool Matches(OperationCase operation)
    {
        if (operation.App.Operation is null)
        {
            return false;
        }

        var thresholds = operation.Context.Thresholds;
        var untouched = operation.State is null || (operation.State.IsCompleted && operation.State.FinishedAt is not null);
        return (untouched || operation.App.IsFrozen)
            && operation.Context.IsOlder(SeenAt(operation), operation.App.IsFrozen ? thresholds.ArgoCd.ControllerReaction : thresholds.ArgoCd.Comparison + thresholds.ArgoCd.ControllerReaction);
    }

    protected override Finding Describe(OperationCase operation) => Start(operation, Severity.Warning) with
    {
        Variant = operation.App.IsFrozen ? "frozen" : operation.App.Namespace != operation.Context.ArgoCdNamespace ? "foreign-namespace" : "",
        Since = SeenAt(operation),
        Evidence =
        [
            new Evidence(operation.App.Ref, "operation.sync.revision", operation.App.Operation!.Revision),
            operation.State is null
                ? new Evidence(operation.App.Ref, "status.operationState", Absent)
                : OperationEvidence.Phase(operation),
            new Evidence(operation.App.Ref, "status.reconciledAt", operation.App.ReconciledAt?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? Absent) { At = operation.App.ReconciledAt },
            .. operation.App.IsFrozen ? [new Evidence(operation.App.Ref, "metadata.annotations[argocd.argoproj.io/skip-reconcile]", "true")] : Array.Empty<Evidence>(),
            .. operation.App.Metadata.Annotations["argocd.argoproj.io/refresh"] is { } refresh ? [new Evidence(operation.App.Ref, "metadata.annotations[argocd.argoproj.io/refresh]", refresh)] : Array.Empty<Evidence>(),
        ],
        Command = operation.App.IsFrozen
            ? $"kubectl -n {operation.App.Namespace} annotate applications.argoproj.io {operation.App.Name} argocd.argoproj.io/skip-reconcile-"
            : $"kubectl -n {operation.Context.ArgoCdNamespace} get pods -l app.kubernetes.io/name=argocd-application-controller",
        PointsTo = operation.App.IsFrozen ? [] : ArgoCdComponent.RefOf(ArgoCdComponent.Controller, operation.Snapshot, operation.Context),
    };

    private static DateTimeOffset? SeenAt(OperationCase operation) => operation.App.ReconciledAt ?? operation.App.Metadata.CreatedAt;
}
