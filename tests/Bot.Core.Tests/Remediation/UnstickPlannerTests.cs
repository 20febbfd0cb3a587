using System.Text.Json;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Remediation;
using Bot.Core.Texts;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Remediation;

public sealed class UnstickPlannerTests
{
    private const string SelfWait = "waiting for healthy state of argoproj.io/Application/wealist-apps-prod";

    [Fact]
    public void The_root_that_waits_for_itself_is_guarded_then_terminated_then_refreshed()
    {
        var plan = Propose(Deadlocked().BehindGit()).Plan.ShouldNotBeNull();

        plan.Steps.Select(step => step.Action).ShouldBe([ActionIds.GuardPrune, ActionIds.ClearOperation, ActionIds.HardRefresh]);
        plan.Tier.ShouldBe(RiskTier.R2);
        plan.LeavesDrift.ShouldBeTrue();
        plan.Rule.ShouldBe(RuleIds.ArgoCdSelfReferenceDeadlock);
        plan.Steps[0].Request.Body.ShouldBe("""[{"op":"test","path":"/metadata/uid","value":"uid-argocd-wealist-apps-prod"},{"op":"test","path":"/metadata/annotations/argocd.argoproj.io~1sync-options","value":null},{"op":"add","path":"/metadata/annotations/argocd.argoproj.io~1sync-options","value":"Prune=false"},{"op":"test","path":"/metadata/annotations/argocd.argoproj.io~1compare-options","value":null},{"op":"add","path":"/metadata/annotations/argocd.argoproj.io~1compare-options","value":"IgnoreExtraneous"}]""");
        plan.Steps[1].Request.Body.ShouldBe("""[{"op":"test","path":"/metadata/uid","value":"uid-argocd-wealist-apps-prod"},{"op":"test","path":"/status/operationState/startedAt","value":"2026-11-20T16:48:00Z"},{"op":"test","path":"/status/operationState/phase","value":"Running"},{"op":"test","path":"/operation/sync/revision","value":"a1b2c3d4e5f60718293a4b5c6d7e8f9012345678"},{"op":"add","path":"/status/operationState/phase","value":"Terminating"}]""");
        plan.Steps[2].Request.Body.ShouldBe("""{"metadata":{"uid":"uid-argocd-wealist-apps-prod","annotations":{"argocd.argoproj.io/refresh":"hard"}}}""");
        plan.Steps[1].Command.ShouldStartWith("kubectl -n argocd patch applications.argoproj.io wealist-apps-prod --type json -p '[{");
    }

    [Fact]
    public void With_git_still_at_the_pinned_revision_the_plan_says_that_it_will_not_help()
    {
        var proposal = Propose(Deadlocked(requiresPruning: false));

        proposal.Plan.ShouldNotBeNull();
        Say(proposal.WillNotHelp!).ShouldContain("Move that manifest out of k8s/argocd/apps/prod first");
        proposal.Plan.GitFollowUp!.Key.ShouldBe("remediation.git.move-root");
    }

    [Fact]
    public void A_newer_revision_that_still_holds_the_root_does_not_help_either() =>
        Propose(Deadlocked(requiresPruning: false).BehindGit()).WillNotHelp.ShouldNotBeNull();

    [Fact]
    public void A_guard_that_is_there_is_not_set_again() =>
        Actions(Propose(Deadlocked().BehindGit().Annotated("argocd.argoproj.io/sync-options", "Prune=false").Annotated("argocd.argoproj.io/compare-options", "IgnoreExtraneous"))).ShouldBe([ActionIds.ClearOperation, ActionIds.HardRefresh]);

    [Fact]
    public void A_root_that_bears_only_prune_false_is_guarded_in_full() =>
        Actions(Propose(Deadlocked().BehindGit().Annotated("argocd.argoproj.io/sync-options", "Prune=false"))).First().ShouldBe(ActionIds.GuardPrune);

    [Fact]
    public void Options_that_are_there_are_kept_beside_the_guard()
    {
        var plan = Propose(Deadlocked().BehindGit().Annotated("argocd.argoproj.io/sync-options", "ServerSideApply=true,Prune=true")).Plan!;

        plan.Steps[0].Diff.ShouldBe(
        [
            new DiffLine("/metadata/annotations/argocd.argoproj.io~1sync-options", "\"ServerSideApply=true,Prune=true\"", "\"ServerSideApply=true,Prune=false\""),
            new DiffLine("/metadata/annotations/argocd.argoproj.io~1compare-options", null, "\"IgnoreExtraneous\""),
        ]);
    }

    [Fact]
    public void No_hard_refresh_while_the_repo_server_is_down()
    {
        var app = new TheApplication().Running("waiting for healthy state of apps/Deployment/x", TimeSpan.FromHours(1)).BehindGit().Build();
        var proposal = Propose(app, Found(app.Ref, RuleIds.ArgoCdOperationStuck), Found(app.Ref, RuleIds.ArgoCdRepoServerUnavailable));

        Actions(proposal).ShouldBe([ActionIds.ClearOperation]);
        proposal.Plan!.Cautions.Select(caution => caution.Key).ShouldContain("remediation.caution.no-hard-refresh");
    }

    [Fact]
    public void The_same_revision_is_not_tried_again_by_auto_sync_and_that_is_said() =>
        Propose(new TheApplication().Running("waiting for healthy state of apps/Deployment/x", TimeSpan.FromHours(1))).Plan!.Cautions.Select(caution => caution.Key).ShouldContain("remediation.caution.same-revision");

    [Fact]
    public void A_termination_that_hangs_is_ended_without_the_controller()
    {
        var app = new TheApplication().Running("operation is terminating", TimeSpan.FromHours(1), "Terminating").BehindGit().Build();

        var step = Propose(app, Found(app.Ref, RuleIds.ArgoCdTerminatingStuck)).Plan!.Steps[0];

        using var body = JsonDocument.Parse(step.Request.Body);
        body.RootElement.EnumerateArray().Select(operation => $"{operation.GetProperty("op").GetString()} {operation.GetProperty("path").GetString()}").ShouldBe(
        [
            "test /metadata/uid", "test /status/operationState/startedAt", "test /status/operationState/phase", "test /operation/sync/revision",
            "remove /operation", "add /status/operationState/phase", "add /status/operationState/message", "add /status/operationState/finishedAt",
        ]);
    }

    [Fact]
    public void A_state_without_a_request_is_removed()
    {
        var proposal = Propose(new TheApplication().Running("waiting", TimeSpan.FromHours(1)).With(it => it with { Operation = null }));

        proposal.Plan!.Steps[0].Request.Body.ShouldEndWith("""{"op":"test","path":"/operation","value":null},{"op":"remove","path":"/status/operationState"}]""");
        proposal.Plan.Cautions.Select(caution => caution.Key).ShouldContain("remediation.caution.history-lost");
    }

    [Fact]
    public void An_end_that_was_never_written_is_cleared()
    {
        var app = new TheApplication().With(it => it with { SyncStatus = "OutOfSync" }).State(state => state with { FinishedAt = null, SyncResult = null }).Build();

        Propose(app, Found(app.Ref, RuleIds.ArgoCdInconsistentTerminal)).Plan!.Steps[0].Title.Key.ShouldBe("remediation.step.clear-operation.remove-state");
    }

    public static TheoryData<string, TheApplication> Refused => new()
    {
        { "remediation.unstick.not-stuck", new TheApplication() },
        { "remediation.unstick.nothing-runs", new TheApplication().With(it => it with { OperationState = null }) },
        { "remediation.unstick.young", new TheApplication().Running("waiting for healthy state of apps/Deployment/x", TimeSpan.FromMinutes(9)) },
        { "remediation.unstick.young", new TheApplication().Running("waiting", TimeSpan.FromMinutes(4)).With(it => it with { Operation = null }) },
        { "remediation.unstick.terminating", new TheApplication().Running("operation is terminating", TimeSpan.FromHours(1), "Terminating") },
        { "remediation.unstick.retry", new TheApplication().Running("Retrying attempt #3 at 2:00AM.", TimeSpan.FromHours(1)).State(state => state with { FinishedAt = TheSnapshot.Now.AddMinutes(-1), RetryCount = 3 }) },
        { "remediation.unstick.window", new TheApplication().Running("Sync operation blocked by sync window", TimeSpan.FromHours(1)) },
        { "remediation.unstick.not-picked-up", new TheApplication().Running("", TimeSpan.FromHours(1)).With(it => it with { OperationState = null }) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_not_stuck_or_would_not_be_freed_is_refused_with_the_reason(string key, TheApplication app)
    {
        var proposal = Propose(app.Build());

        proposal.Plan.ShouldBeNull();
        proposal.Refusal!.Key.ShouldBe(key);
    }

    [Fact]
    public void A_retry_with_the_mend_already_in_git_may_be_ended() =>
        Propose(new TheApplication().Running("Retrying attempt #3", TimeSpan.FromHours(1)).State(state => state with { FinishedAt = TheSnapshot.Now }).BehindGit()).Plan.ShouldNotBeNull();

    [Fact]
    public void A_closed_window_says_when_it_opens()
    {
        var project = new AppProject
        {
            Metadata = TheMetadata.Of("argocd", "wealist"),
            SyncWindows = [new SyncWindow { Type = "deny", Schedule = "0 1 * * *", Duration = "2h", Applications = ["*"] }],
        };
        Application app = new TheApplication().Running("Sync operation blocked by sync window", TimeSpan.FromHours(1));

        var refusal = UnstickPlanner.Propose(Request(app, [], project)).Refusal!;

        Say(refusal).ShouldContain("opens at 2026-11-21 03:00");
    }

    [Fact]
    public void Nothing_is_planned_for_an_application_that_is_not_there() =>
        UnstickPlanner.Propose(Request(new TheApplication(), []) with { Target = new ObjectRef("Application", "argocd", "other") }).Refusal!.Key.ShouldBe("remediation.refused.no-application");

    private static TheApplication Deadlocked(bool requiresPruning = true) => new TheApplication()
        .Annotated("argocd.argoproj.io/tracking-id", "wealist-apps-prod:argoproj.io/Application:argocd/wealist-apps-prod")
        .Running(SelfWait, new TimeSpan(9, 12, 0))
        .Managing("argoproj.io", "Application", "wealist-apps-prod", "argocd", it => it with { RequiresPruning = requiresPruning })
        .ManagingApplications("auth-service-prod")
        .Syncing("argoproj.io", "Application", "wealist-apps-prod", "argocd");

    private static PlanProposal Propose(Application app, params Finding[] findings) =>
        UnstickPlanner.Propose(Request(app, findings.Length > 0 ? findings : app.OperationState?.Message == SelfWait ? [Found(app.Ref, RuleIds.ArgoCdSelfReferenceDeadlock)] : []));

    private static PlanRequest Request(Application app, Finding[] findings, params ClusterObject[] others)
    {
        ClusterSnapshot snapshot = new TheSnapshot().Named("main").With(app).With(others);
        return new PlanRequest(snapshot, new ClusterDiagnosis("main", TheSnapshot.Now, [.. findings], 1, []), new DiagnosisContext(TheSnapshot.Now), app.Ref) { Environment = "prod" };
    }

    private static Finding Found(ObjectRef subject, string rule) => new()
    {
        Rule = rule,
        Severity = Severity.Critical,
        Subject = subject,
        Id = "0123456789ab",
        Action = rule == RuleIds.ArgoCdRepoServerUnavailable ? null : ActionIds.ClearOperation,
    };

    private static IEnumerable<string> Actions(PlanProposal proposal) => proposal.Plan!.Steps.Select(step => step.Action);

    private static string Say(TextKey key) => new Localizer(Language.En, TimeZoneInfo.Utc).Text(key);
}
