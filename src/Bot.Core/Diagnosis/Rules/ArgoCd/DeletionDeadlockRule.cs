using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>
/// An App of Apps is deleted whole, and what one child needs to go (the kind, the namespace, the controller or webhook of its objects)
/// went before it with another child. Neither the child nor its parent can end by itself.
/// </summary>
internal sealed class DeletionDeadlockRule() : DeletionRule(RuleIds.ArgoCdDeletionDeadlock, Severity.Warning, "Deployment", "StatefulSet", "Namespace")
{
    public override bool Matches(DeletionCase deletion) => ParentOf(deletion) is not null && GoneFirst(deletion) is not null;

    protected override Finding Describe(DeletionCase deletion)
    {
        var parent = ParentOf(deletion)!;
        var (variant, name, evidence) = GoneFirst(deletion)!.Value;
        var held = deletion.Held.FirstOrDefault();
        return Start(deletion, ("parent", parent.Name), ("gone", name), ("held", held is null ? "" : $"{held.Kind}/{held.Name}")) with
        {
            Variant = variant,
            Evidence = [deletion.Requested, evidence, new Evidence(parent.Ref, "metadata.deletionTimestamp", "set") { At = parent.Metadata.DeletedAt }, .. variant == "controller" ? deletion.ErrorEvidence : []],
            Action = variant == "controller" ? "remove-finalizer" : variant == "webhook" ? null : "remove-app-finalizers",
            Command = held is not null && variant == "controller"
                ? $"kubectl {(held.Namespace.Length > 0 ? $"-n {held.Namespace} " : "")}get {held.Kind.ToLowerInvariant()} {held.Name} -o jsonpath='{{.metadata.finalizers}}'"
                : $"kubectl -n {deletion.App.Namespace} get applications.argoproj.io {deletion.App.Name} -o jsonpath='{{.status.conditions}}'",
            Affected = [parent.Ref, .. deletion.Held.Select(item => item.Ref)],
            Explains = [parent.Ref],
        };
    }

    private static Application? ParentOf(DeletionCase deletion) => deletion.Snapshot.Applications.ParentsOf(deletion.App).FirstOrDefault(parent => parent.IsBeingDeleted);

    private static (string Variant, string Name, Evidence Evidence)? GoneFirst(DeletionCase deletion)
    {
        var said = deletion.ErrorEvidence.FirstOrDefault();
        var pattern = MessageClassifier.Classify(deletion.ErrorText);
        if (said is not null && pattern is MessagePattern.CrdMissing or MessagePattern.NamespaceMissing or MessagePattern.WebhookUnreachable)
        {
            return (pattern == MessagePattern.CrdMissing ? "kind" : pattern == MessagePattern.NamespaceMissing ? "namespace" : "webhook", deletion.App.Destination.Namespace, said!);
        }

        var space = new ObjectRef("Namespace", "", deletion.App.Destination.Namespace);
        if (space.Name.Length > 0 && deletion.App.Destination is { Server: "https://kubernetes.default.svc" } or { Name: "in-cluster" }
            && deletion.Snapshot.PresenceOf(space) == Presence.Absent && deletion.Held.All(item => item.Namespace != space.Name))
        {
            return ("namespace", space.Name, new Evidence(space, "metadata", "not found"));
        }

        foreach (var item in deletion.Held)
        {
            foreach (var finalizer in item.Metadata.Finalizers)
            {
                if (FinalizerOwner.Of(finalizer) is { } controller && FinalizerOwner.IsGone(controller, deletion.Snapshot))
                {
                    return ("controller", controller, new Evidence(item.Ref, "metadata.finalizers", finalizer) { At = item.Metadata.DeletedAt });
                }
            }
        }

        return null;
    }
}
