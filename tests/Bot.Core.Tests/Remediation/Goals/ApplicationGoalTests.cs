using Bot.Core.Clusters;
using Bot.Core.Remediation;
using Bot.Core.Remediation.Goals;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Remediation.Goals;

public sealed class ApplicationGoalTests
{
    private static readonly DateTimeOffset Earlier = TheSnapshot.Now.AddHours(-9);

    private readonly ApplicationGoal goal = new("argocd", "wealist-apps-prod") { EarlierStart = Earlier, PinnedRevision = TheApplication.RunningRevision };

    [Fact]
    public void Healed_means_synced_at_the_newest_revision_with_children_healthy_and_endpoints_ready() =>
        Judge(Healed(), Child(), TheService.Of("auth-service"), TheService.SliceOf("auth-service", ready: 1)).ShouldBe((GoalProgress.Reached, ""));

    [Fact]
    public void That_the_old_operation_is_gone_is_not_enough() =>
        Judge(Healed().State(state => state with { StartedAt = Earlier, Phase = "Failed" }), Child()).ShouldBe((GoalProgress.Pending, "remediation.goal.awaiting-sync"));

    [Fact]
    public void With_git_compared_again_and_unmoved_it_will_not_come() =>
        Judge(
            Healed().With(it => it with { SyncRevision = TheApplication.RunningRevision, SyncStatus = "OutOfSync" })
                .State(state => state with { StartedAt = Earlier, FinishedAt = TheSnapshot.Now.AddMinutes(-2), Phase = "Failed" }),
            Child()).ShouldBe((GoalProgress.OutOfReach, "remediation.goal.git-unmoved"));

    [Fact]
    public void Before_git_was_compared_again_nothing_is_concluded() =>
        Judge(
            Healed().With(it => it with { SyncRevision = TheApplication.RunningRevision, SyncStatus = "OutOfSync" })
                .State(state => state with { StartedAt = Earlier, FinishedAt = TheSnapshot.Now, Phase = "Failed" }),
            Child()).ShouldBe((GoalProgress.Pending, "remediation.goal.awaiting-sync"));

    [Fact]
    public void A_second_wait_for_itself_is_told() =>
        Judge(Healed().Running("waiting for healthy state of argoproj.io/Application/wealist-apps-prod", TimeSpan.FromMinutes(1))).ShouldBe((GoalProgress.Pending, "remediation.goal.waits-for-itself"));

    [Fact]
    public void A_new_sync_that_fails_ends_the_hope() =>
        Judge(Healed().State(state => state with { Phase = "Failed", Message = "one or more objects failed to apply" })).ShouldBe((GoalProgress.OutOfReach, "remediation.goal.sync-failed"));

    [Fact]
    public void Without_auto_sync_somebody_must_ask_for_one() =>
        Judge(Healed().With(it => it with { Automated = null }).State(state => state with { StartedAt = Earlier, Phase = "Failed" })).ShouldBe((GoalProgress.OutOfReach, "remediation.goal.needs-sync"));

    [Fact]
    public void A_child_that_is_missing_or_not_healthy_keeps_it_open()
    {
        Judge(Healed()).ShouldBe((GoalProgress.Pending, "remediation.goal.children"));
        Judge(Healed(), Child().Health("Progressing")).ShouldBe((GoalProgress.Pending, "remediation.goal.children"));
    }

    [Fact]
    public void A_service_without_ready_endpoints_keeps_it_open() =>
        Judge(Healed(), Child(), TheService.Of("auth-service"), TheService.SliceOf("auth-service", notReady: 1)).ShouldBe((GoalProgress.Pending, "remediation.goal.endpoints"));

    [Fact]
    public void Endpoints_that_may_not_be_read_are_not_waited_for() =>
        Judge(Healed(), Child(), TheService.Of("auth-service")).ShouldBe((GoalProgress.Reached, ""));

    [Fact]
    public void A_root_that_argo_cd_calls_out_of_sync_is_not_healed()
    {
        var root = Healed().With(it => it with { SyncStatus = "OutOfSync" });

        Judge(root, Child()).ShouldBe((GoalProgress.Pending, "remediation.goal.out-of-sync"));
    }

    [Fact]
    public void An_application_that_is_gone_is_out_of_reach_only_when_that_is_known()
    {
        goal.Judge(TheSnapshot.Empty, TheSnapshot.Empty).Progress.ShouldBe(GoalProgress.Pending);
        goal.Judge(TheSnapshot.Empty, new TheSnapshot().Complete("Application")).Progress.ShouldBe(GoalProgress.OutOfReach);
    }

    private static TheApplication Healed() => new TheApplication()
        .With(it => it with { SyncRevision = TheApplication.GitRevision })
        .State(state => state with { StartedAt = TheSnapshot.Now.AddMinutes(-2), SyncResult = new SyncResult(TheApplication.GitRevision, [], []) })
        .ManagingApplications("auth-service-prod");

    private static TheApplication Child() => new TheApplication("auth-service-prod", destination: "wealist-prod").Managing("", "Service", "auth-service", "wealist-prod");

    private (GoalProgress Progress, string Detail) Judge(Application root, params ClusterObject[] others)
    {
        var state = goal.Judge(TheSnapshot.Empty, new TheSnapshot().With(root).With(others));
        return (state.Progress, state.Detail?.Key ?? "");
    }

    private (GoalProgress Progress, string Detail) Judge(Application root, TheApplication child, params ClusterObject[] others) => Judge(root, [child.Build(), .. others]);
}
