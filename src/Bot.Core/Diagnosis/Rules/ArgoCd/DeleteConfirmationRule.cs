using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>The deletion waits for a person: some objects are only deleted once somebody has confirmed it on the Application, after the deletion was asked for.</summary>
internal sealed class DeleteConfirmationRule() : DeletionRule(RuleIds.ArgoCdDeleteConfirmation, Severity.Info)
{
    private const string Approved = "argocd.argoproj.io/deletion-approved";

    public override bool Matches(DeletionCase deletion) => Asking(deletion).Any() && !IsApproved(deletion.App);

    protected override Finding Describe(DeletionCase deletion)
    {
        var asking = Asking(deletion).ToList();
        return Start(deletion, ("asking", $"{asking[0].Kind}/{asking[0].Name}"), ("count", asking.Count)) with
        {
            Evidence =
            [
                deletion.Requested,
                .. asking.Take(2).Select(resource => new Evidence(deletion.App.Ref, "status.resources[].requiresDeletionConfirmation", $"{resource.Kind}/{resource.Namespace}/{resource.Name}")),
                new Evidence(deletion.App.Ref, $"metadata.annotations[{Approved}]", deletion.App.Metadata.Annotations[Approved] ?? OperationEvidence.Absent),
            ],
            Command = $"kubectl -n {deletion.App.Namespace} get applications.argoproj.io {deletion.App.Name} -o jsonpath='{{.status.resources[?(@.requiresDeletionConfirmation==true)].name}}'",
        };
    }

    private static IEnumerable<ApplicationResource> Asking(DeletionCase deletion) => deletion.App.Resources.Where(resource =>
        resource.RequiresDeletionConfirmation
        && deletion.Snapshot.PresenceOf(ManagedKinds.RefOf(resource.Group, resource.Kind, resource.Namespace, resource.Name)) != Presence.Absent);

    // An approval from before the deletion was meant for something else.
    private static bool IsApproved(Application app) =>
        DateTimeOffset.TryParse(app.Metadata.Annotations[Approved], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var approved) && approved >= app.Metadata.DeletedAt;
}
