using Bot.Core.Clusters;
using Bot.Core.Remediation.Goals;
using Bot.Core.Texts;

namespace Bot.Core.Remediation.Actions;

/// <summary>Marks an Application that manages itself with <c>Prune=false</c>, so that no sync deletes it and its children with it.</summary>
public sealed class GuardPruneAction : IRemediationAction
{
    public string Id => ActionIds.GuardPrune;

    public PlanProposal Propose(PlanRequest request)
    {
        if (request.Snapshot.Find(request.Target) is not Application app)
        {
            return PlanProposal.Refused(new TextKey("remediation.refused.no-application").With("app", request.Target.Name));
        }

        if (OperationFacts.IsGuarded(app))
        {
            return PlanProposal.Refused(new TextKey("remediation.guard-prune.already").With("app", app.Name));
        }

        return PlanProposal.Of(ApplicationPlan.Of(request, app, Id, [Step(app)], new PruneGuardGoal(app.Namespace, app.Name)) with
        {
            GitFollowUp = new TextKey("remediation.git.guard-prune").With("app", app.Name),
            LeavesDrift = true,
        });
    }

    internal static PlanStep Step(Application app)
    {
        var value = string.Join(',', OperationFacts.SyncOptions(app).Where(option => option != "Prune=true").Append("Prune=false"));
        var path = ApplicationPatch.Annotation(ApplicationPatch.SyncOptionsAnnotation);
        var before = app.Metadata.Annotations[ApplicationPatch.SyncOptionsAnnotation] is { } present ? ApplicationPatch.Json(present) : null;
        var title = new TextKey("remediation.step.guard-prune").With("app", app.Name);
        var within = TimeSpan.FromSeconds(10);
        var expected = new FieldExpectation(path, [ApplicationPatch.Json(value)]);
        if (app.Metadata.Annotations.Count > 0)
        {
            return new ApplicationPatch(app).Test(path, before).Set(path, before, ApplicationPatch.Json(value)).ToStep(ActionIds.GuardPrune, title, within, expected);
        }

        // Without any annotation there is no map that a JSON patch could add to, and making one could wipe what came meanwhile.
        return ApplicationPatch.Annotate(app, ActionIds.GuardPrune, title, ApplicationPatch.SyncOptionsAnnotation, value, within) with
        {
            Preconditions = [new Precondition(path, before)],
            Expect = [expected],
        };
    }
}
