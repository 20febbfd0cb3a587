using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Remediation.Actions;
using Bot.Core.Remediation.Goals;
using Bot.Core.Texts;

namespace Bot.Core.Remediation;

/// <summary>
/// The smallest safe plan that frees an Application from a stuck operation: guard it against pruning itself where that threatens,
/// end the operation, and have Argo CD look at Git anew. A sync is never part of it.
/// </summary>
public static class UnstickPlanner
{
    public static PlanProposal Propose(PlanRequest request)
    {
        if (request.Snapshot.Find(request.Target) is not Application app)
        {
            return PlanProposal.Refused(new TextKey("remediation.refused.no-application").With("app", request.Target.Name));
        }

        var decision = OperationDecision.Of(app, request);
        if (decision.Refusal is { } refusal)
        {
            return PlanProposal.Refused(refusal);
        }

        var steps = ImmutableArray.CreateBuilder<PlanStep>(3);
        var listsItself = OperationFacts.ListsItself(app);
        var guards = listsItself && !OperationFacts.IsGuarded(app);
        if (guards)
        {
            steps.Add(GuardPruneAction.Step(app));
        }

        steps.Add(ClearOperationAction.Step(app, decision.Remedy, request.Context.Now));
        var repoServerDown = HardRefreshApplicationAction.IsRepoServerDown(request);
        if (!repoServerDown)
        {
            steps.Add(HardRefreshApplicationAction.Step(app));
        }

        var pinned = OperationFacts.PinnedRevision(app);
        var git = OperationFacts.GitRevision(app);
        var unmoved = pinned.Length > 0 && pinned == git;
        var deadlocked = IsDeadlocked(request, app);

        // What Argo CD lists is what the newest revision wants: while that still holds the root itself, the next operation waits for itself too.
        var trapStays = deadlocked && (unmoved || app.Resources.Any(resource => !resource.RequiresPruning && OperationFacts.IsSelf(app, resource)));
        var goal = new ApplicationGoal(app.Namespace, app.Name) { EarlierStart = app.OperationState?.StartedAt, PinnedRevision = pinned };
        var plan = ApplicationPlan.Of(request, app, ActionIds.ClearOperation, steps.ToImmutable(), goal) with
        {
            Cautions = Cautions(app, decision.Remedy, listsItself, repoServerDown, unmoved && !trapStays),
            GitFollowUp = GitFollowUp(app, trapStays, listsItself),
            LeavesDrift = guards,
        };
        return PlanProposal.Of(plan) with
        {
            WillNotHelp = trapStays
                ? new TextKey("remediation.unstick.will-not-help").With("app", app.Name).With("revision", OperationFacts.Short(git.Length > 0 ? git : pinned)).With("path", PathOf(app))
                : null,
        };
    }

    private static bool IsDeadlocked(PlanRequest request, Application app) =>
        request.Diagnosis.Findings.Any(finding => finding.Subject == app.Ref && finding.Rule == RuleIds.ArgoCdSelfReferenceDeadlock)
        || (OperationFacts.ListsItself(app)
            && app.OperationState?.SyncResult is { } result
            && result.Resources.Any(resource => resource is { Kind: "Application", HookPhase: "Running" } && resource.Name == app.Name));

    private static ImmutableArray<TextKey> Cautions(Application app, OperationRemedy remedy, bool listsItself, bool repoServerDown, bool sameRevision)
    {
        var cautions = ImmutableArray.CreateBuilder<TextKey>();
        if (listsItself)
        {
            cautions.Add(new TextKey("remediation.caution.self-prune").With("app", app.Name));
        }

        cautions.Add(new TextKey(remedy switch
        {
            OperationRemedy.Terminate => "remediation.caution.hooks-end",
            OperationRemedy.EndAsFailed => "remediation.caution.hooks-stay",
            _ => "remediation.caution.history-lost",
        }).With("app", app.Name));
        if (sameRevision)
        {
            cautions.Add(new TextKey(app.IsAutomated ? "remediation.caution.same-revision" : "remediation.caution.manual-sync").With("app", app.Name));
        }

        if (repoServerDown)
        {
            cautions.Add(new TextKey("remediation.caution.no-hard-refresh"));
        }

        return cautions.ToImmutable();
    }

    private static TextKey? GitFollowUp(Application app, bool trapStays, bool listsItself) =>
        trapStays ? new TextKey("remediation.git.move-root").With("app", app.Name).With("path", PathOf(app))
        : listsItself ? new TextKey("remediation.git.keep-root-out").With("app", app.Name).With("path", PathOf(app))
        : null;

    private static string PathOf(Application app) => app.Sources.Select(source => source.Path).FirstOrDefault(path => path.Length > 0) ?? "-";
}
