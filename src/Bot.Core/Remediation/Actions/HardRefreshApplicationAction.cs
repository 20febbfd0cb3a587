using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Remediation.Goals;
using Bot.Core.Texts;

namespace Bot.Core.Remediation.Actions;

/// <summary>Asks Argo CD to render an Application anew and to compare. Costs the repo-server work, so never while that is down.</summary>
public sealed class HardRefreshApplicationAction : IRemediationAction
{
    public string Id => ActionIds.HardRefresh;

    public PlanProposal Propose(PlanRequest request)
    {
        if (request.Snapshot.Find(request.Target) is not Application app)
        {
            return PlanProposal.Refused(new TextKey("remediation.refused.no-application").With("app", request.Target.Name));
        }

        if (IsRepoServerDown(request))
        {
            return PlanProposal.Refused(new TextKey("remediation.hard-refresh.repo-server-down"));
        }

        return app.Metadata.Annotations.Contains(ApplicationPatch.RefreshAnnotation)
            ? PlanProposal.Refused(new TextKey("remediation.hard-refresh.pending").With("app", app.Name))
            : PlanProposal.Of(ApplicationPlan.Of(request, app, Id, [Step(app)], new RefreshGoal(app.Namespace, app.Name, request.Context.Now)));
    }

    internal static bool IsRepoServerDown(PlanRequest request) =>
        request.Diagnosis.Findings.Any(finding => finding.Rule == RuleIds.ArgoCdRepoServerUnavailable);

    internal static PlanStep Step(Application app)
    {
        var step = ApplicationPatch.Annotate(app, ActionIds.HardRefresh, new TextKey("remediation.step.hard-refresh").With("app", app.Name), TimeSpan.FromMinutes(2), (ApplicationPatch.RefreshAnnotation, "hard"));
        return step with { Expect = [new FieldExpectation(ApplicationPatch.Annotation(ApplicationPatch.RefreshAnnotation), [], MayBeAbsent: true)] };
    }
}
