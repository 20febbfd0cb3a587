using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>An Application is being deleted and waits for objects whose own finalizers nobody removes.</summary>
internal sealed class AppStuckDeletingResourcesRule() : DeletionRule(RuleIds.ArgoCdAppStuckDeletingResources, Severity.Warning, "Namespace")
{
    private const int MostObjects = 2;

    public override bool Matches(DeletionCase deletion) => deletion.Held.Length > 0;

    protected override Finding Describe(DeletionCase deletion)
    {
        var held = deletion.Held;
        var first = held[0];
        return Start(deletion, ("held", $"{first.Kind}/{first.Name}"), ("finalizer", first.Metadata.Finalizers.Except(DeletionCase.Own).First()), ("count", held.Length)) with
        {
            Variant = first is Application ? "child" : "",
            Evidence =
            [
                deletion.Requested,
                .. held.Take(MostObjects).Select(item => new Evidence(item.Ref, "metadata.finalizers", string.Join(", ", item.Metadata.Finalizers)) { At = item.Metadata.DeletedAt }),
                .. deletion.ErrorEvidence,
            ],
            Action = first is Application ? null : "remove-finalizer",
            Command = first is Application
                ? $"kubectl -n {first.Namespace} get applications.argoproj.io {first.Name} -o jsonpath='{{.status.conditions}}'"
                : $"kubectl {(first.Namespace.Length > 0 ? $"-n {first.Namespace} " : "")}describe {first.Kind.ToLowerInvariant()} {first.Name}",
            Affected = [.. held.Select(item => item.Ref)],
            PointsTo = [.. held.Select(item => item.Ref), .. held.Select(item => new ObjectRef("Namespace", "", item.Namespace)).Where(reference => reference.Name.Length > 0).Distinct()],
        };
    }
}
