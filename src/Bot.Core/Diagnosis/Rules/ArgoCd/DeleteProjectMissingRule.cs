using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>The project of an Application was deleted before the Application: without its rules Argo CD deletes nothing. The project has to come back for a moment.</summary>
internal sealed class DeleteProjectMissingRule() : DeletionRule(RuleIds.ArgoCdDeleteProjectMissing, Severity.Warning, "AppProject")
{
    public override bool Matches(DeletionCase deletion) => (Says(deletion) is not null || IsAbsent(deletion)) && deletion.Snapshot.Find(ProjectOf(deletion)) is null;

    protected override Finding Describe(DeletionCase deletion)
    {
        var said = Says(deletion);
        return Start(deletion, ("project", deletion.App.Project)) with
        {
            Evidence =
            [
                deletion.Requested,
                new Evidence(deletion.App.Ref, "spec.project", deletion.App.Project),
                said is null
                    ? new Evidence(ProjectOf(deletion), "metadata", "not found")
                    : new Evidence(deletion.App.Ref, $"status.conditions[{said.Type}].message", said.Message) { At = said.LastTransitionAt },
            ],
            Command = $"kubectl -n {deletion.Context.ArgoCdNamespace} get appprojects",
        };
    }

    private static ObjectRef ProjectOf(DeletionCase deletion) => new("AppProject", deletion.Context.ArgoCdNamespace, deletion.App.Project);

    private static bool IsAbsent(DeletionCase deletion) => deletion.App.Project.Length > 0 && deletion.Snapshot.PresenceOf(ProjectOf(deletion)) == Presence.Absent;

    private static ApplicationCondition? Says(DeletionCase deletion) => deletion.App.Conditions.FirstOrDefault(condition =>
        condition.Type == "DeletionError"
            ? condition.Message.Contains("appproject", StringComparison.OrdinalIgnoreCase) && condition.Message.Contains("not found", StringComparison.Ordinal)
            : MessageClassifier.Classify(condition.Message) == MessagePattern.ProjectMissing);
}
