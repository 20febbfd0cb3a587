using Bot.Core.Clusters;
using Bot.Core.Remediation.Goals;
using Bot.Core.Texts;

namespace Bot.Core.Remediation.Actions;

/// <summary>Asks Argo CD to compare an Application with Git now, with its manifest cache.</summary>
public sealed class RefreshApplicationAction : IRemediationAction
{
    public string Id => ActionIds.Refresh;

    public PlanProposal Propose(PlanRequest request) =>
        request.Snapshot.Find(request.Target) is Application app
            ? PlanProposal.Of(ApplicationPlan.Of(request, app, Id, [Step(app)], new RefreshGoal(app.Namespace, app.Name, request.Context.Now)))
            : PlanProposal.Refused(new TextKey("remediation.refused.no-application").With("app", request.Target.Name));

    internal static PlanStep Step(Application app)
    {
        var step = ApplicationPatch.Annotate(app, ActionIds.Refresh, new TextKey("remediation.step.refresh").With("app", app.Name), TimeSpan.FromMinutes(2), (ApplicationPatch.RefreshAnnotation, "normal"));
        return step with { Expect = [new FieldExpectation(ApplicationPatch.Annotation(ApplicationPatch.RefreshAnnotation), [], MayBeAbsent: true)] };
    }
}
