using System.Globalization;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>A running sync waits for a person to confirm that something may be pruned (<c>Prune=confirm</c>). By design; silent once the confirmation is given.</summary>
public sealed class PruneConfirmationRule() : OperationRule(RuleIds.ArgoCdPruneConfirmation, Severity.Info)
{
    private const string Approval = "argocd.argoproj.io/deletion-approved";

    public override bool Matches(OperationCase operation) =>
        operation is { IsRunning: true, Message.Kind: OperationMessageKind.WaitingForPruneConfirmation }
        && operation.IsOlderThan(operation.Context.Thresholds.ArgoCd.ControllerReaction)
        && !IsApproved(operation);

    protected override Finding Describe(OperationCase operation) =>
        Start(operation, Severity.Info, ("pruned", $"{operation.Message.ObjectKind}/{operation.Message.ObjectName}"), ("more", operation.Message.More)) with
        {
            Variant = operation.Message.More > 0 ? "more" : "",
            Evidence =
            [
                OperationEvidence.Message(operation),
                new Evidence(operation.App.Ref, $"metadata.annotations[{Approval}]", operation.App.Metadata.Annotations[Approval] ?? OperationEvidence.Absent),
            ],
            Command = $"kubectl -n {operation.App.Namespace} get applications.argoproj.io {operation.App.Name} -o jsonpath='{{.status.resources[?(@.requiresPruning==true)]}}'",
        };

    private static bool IsApproved(OperationCase operation) =>
        DateTimeOffset.TryParse(operation.App.Metadata.Annotations[Approval], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var approved)
        && approved >= operation.State!.StartedAt;
}
