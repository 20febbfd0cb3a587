using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// A sync failed because the namespace, or the object itself, is being deleted. Silent while that deletion is young:
/// it may well end by itself. When it is over, one sync is all that is missing.
/// </summary>
internal sealed class NamespaceTerminatingRule() : FailedSyncRule(RuleIds.ArgoCdNamespaceTerminating, Severity.Warning, "Namespace")
{
    protected override bool Matches(FailedSync failed) => failed.Pattern == MessagePattern.NamespaceTerminating;

    protected override bool IsDue(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context) =>
        base.IsDue(failed, snapshot, context)
        && (snapshot.Find(FailureCause.NamespaceOf(failed)) is not { IsBeingDeleted: true } deleting || context.IsOlder(deleting.Metadata.DeletedAt, context.Thresholds.ArgoCd.NamespaceTerminating));

    protected override Finding Describe(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var reference = FailureCause.NamespaceOf(failed);
        var found = snapshot.Find(reference) as Namespace;
        var ofObject = failed.Told.Text.Contains("currently being deleted", StringComparison.Ordinal);
        var isOver = !ofObject && failed.App.Destination.IsHere && (found is { IsBeingDeleted: false } || snapshot.PresenceOf(reference) == Presence.Absent);
        var start = Start(failed, snapshot, context, Severity.Warning, ("target", reference.Name));
        return start with
        {
            Variant = ofObject ? "object" : isOver ? "over" : "",
            Evidence = found is { IsBeingDeleted: true }
                ? [.. start.Evidence, new Evidence(found.Ref, "metadata.deletionTimestamp", found.Metadata.DeletedAt!.Value.ToString("u")) { At = found.Metadata.DeletedAt }]
                : start.Evidence,
            Action = isOver ? "sync" : null,
            Command = isOver ? SyncCommand(failed.App, context)
                : ofObject ? LookCommand(failed)
                : $"kubectl get namespace {reference.Name} -o jsonpath='{{.status.conditions}}'",
            PointsTo = ofObject && failed.Object is { } deleted ? [deleted] : isOver ? [] : start.PointsTo,
        };
    }
}
