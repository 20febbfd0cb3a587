using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>An object belongs into a namespace that is not there. <c>CreateNamespace=true</c> makes the destination's namespace only.</summary>
internal sealed class NamespaceMissingRule() : FailedSyncRule(RuleIds.ArgoCdNamespaceMissing, Severity.Warning, "Namespace")
{
    protected override bool Matches(FailedSync failed) => failed.Pattern == MessagePattern.NamespaceMissing;

    protected override Finding Describe(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var missing = FailureCause.NamespaceOf(failed);
        var isThere = failed.App.Destination.IsHere && snapshot.Find(missing) is { IsBeingDeleted: false };
        var creates = failed.App.SyncOptions.Contains("CreateNamespace=true") || failed.App.OperationState?.Operation is { } operation && operation.SyncOptions.Contains("CreateNamespace=true");
        var start = Start(failed, snapshot, context, Severity.Warning, ("target", missing.Name));
        return start with
        {
            Variant = isThere ? "there-now" : creates ? "creates" : "",
            Evidence = [.. start.Evidence, new Evidence(failed.App.Ref, "spec.syncPolicy.syncOptions", failed.App.SyncOptions.Length > 0 ? string.Join(", ", failed.App.SyncOptions) : OperationEvidence.Absent)],
            Action = isThere ? "sync" : null,
            Command = isThere ? SyncCommand(failed.App, context) : $"kubectl get namespace {missing.Name}",
        };
    }
}
