using Bot.Core.Approval;
using Bot.Core.Audit;
using Bot.Core.Remediation;
using Bot.Core.Tests.Approval;
using Bot.Core.Texts;

namespace Bot.Core.Tests.Remediation;

public sealed class RemediationRunnerTests
{
    private readonly Bench bench = new();

    [Fact]
    public async Task An_approved_plan_runs_step_by_step_and_every_step_is_on_record()
    {
        var ended = await bench.RunAsync(await bench.ApprovedAsync(ThePlan.Of("a", "b")));

        ended.State.ShouldBe(ApprovalState.Succeeded);
        ended.Steps.ShouldAllBe(step => step.State == StepState.Done);
        bench.Cluster.Writes.Count.ShouldBe(2);
        bench.Store.Kinds.ShouldBe(
        [
            AuditKinds.RequestCreated, AuditKinds.VoteApproved, AuditKinds.ExecutionClaimed,
            AuditKinds.ExecutionIntent, AuditKinds.ExecutionResult, AuditKinds.ExecutionVerified,
            AuditKinds.ExecutionIntent, AuditKinds.ExecutionResult, AuditKinds.ExecutionVerified,
            AuditKinds.ExecutionEnded,
        ]);
        (await ((IAuditLog)bench.Store).VerifyAsync(CancellationToken.None)).IsGood.ShouldBeTrue();
    }

    [Fact]
    public async Task Nothing_is_sent_before_its_intent_is_durable()
    {
        bench.Cluster.OnWrite = _ =>
        {
            bench.Store.Kinds.Count(kind => kind == AuditKinds.ExecutionIntent).ShouldBe(bench.Cluster.Writes.Count);
            return null;
        };

        (await bench.RunAsync(await bench.ApprovedAsync(ThePlan.Of("a", "b", "c")))).State.ShouldBe(ApprovalState.Succeeded);
    }

    [Fact]
    public async Task An_intent_that_cannot_be_written_sends_nothing_and_says_so()
    {
        var request = await bench.ApprovedAsync(ThePlan.Of("a"));
        var failures = 3;
        bench.Store.OnWrite = (_, records) =>
        {
            if (records.Any(record => record.Kind is AuditKinds.ExecutionIntent or AuditKinds.ExecutionEnded) && failures-- > 0)
            {
                throw MemoryStore.Unwritable();
            }
        };

        var ended = await bench.RunAsync(request);

        ended.State.ShouldBe(ApprovalState.Failed);
        ended.Outcome!.Key.ShouldBe("remediation.outcome.audit-unwritable");
        bench.Cluster.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_claim_that_cannot_be_written_leaves_the_request_as_it_is()
    {
        var request = await bench.ApprovedAsync(ThePlan.Of("a"));
        bench.Store.OnWrite = (_, _) => throw MemoryStore.Unwritable();

        (await bench.RunAsync(request)).State.ShouldBe(ApprovalState.Approved);
        bench.Cluster.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_stops_at_the_first_step_that_fails_and_says_how_far_it_came()
    {
        bench.Cluster.OnWrite = request => request.Body.Contains("\"/c\"", StringComparison.Ordinal) ? new WriteResult(WriteOutcome.Refused, "admission webhook denied the request") : null;

        var ended = await bench.RunAsync(await bench.ApprovedAsync(ThePlan.Of("a", "b", "c")));

        ended.State.ShouldBe(ApprovalState.Failed);
        Say(ended).ShouldBe("The cluster refused; 2 of 3 steps done. admission webhook denied the request");
        bench.Cluster.Writes.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("""{"metadata":{"uid":"u1"},"a":"healed"}""", "/a was \"old\", is \"healed\".")]
    [InlineData("""{"metadata":{"uid":"another"},"a":"old"}""", "/metadata/uid was \"u1\", is \"another\".")]
    public async Task A_target_that_changed_meanwhile_is_left_alone(string now, string expected)
    {
        var request = await bench.ApprovedAsync(ThePlan.Of("a"));
        bench.Cluster.Json = now;

        var ended = await bench.RunAsync(request);

        ended.State.ShouldBe(ApprovalState.Invalidated);
        Say(ended).ShouldEndWith(expected);
        bench.Cluster.Writes.ShouldBeEmpty();
        bench.Store.Kinds.ShouldContain(AuditKinds.RequestInvalidated);
    }

    [Fact]
    public async Task A_target_that_is_gone_is_said()
    {
        var request = await bench.ApprovedAsync(ThePlan.Of("a"));
        bench.Cluster.Json = null;

        (await bench.RunAsync(request)).State.ShouldBe(ApprovalState.Invalidated);
    }

    [Fact]
    public async Task A_change_between_the_look_and_the_write_is_caught_by_the_servers_own_test()
    {
        bench.Cluster.OnWrite = _ =>
        {
            bench.Cluster.Json = """{"metadata":{"uid":"u1"},"a":"somebody else"}""";
            return null;
        };

        var ended = await bench.RunAsync(await bench.ApprovedAsync(ThePlan.Of("a")));

        ended.State.ShouldBe(ApprovalState.Invalidated);
        Say(ended).ShouldContain("/a was \"old\", is \"somebody else\"");
    }

    [Theory]
    [InlineData(true, "as the step wanted it")]
    [InlineData(false, "/a is \"old\"")]
    public async Task A_lost_answer_is_never_repeated_the_cluster_is_looked_at(bool arrived, string shown)
    {
        bench.Cluster.OnWrite = _ => arrived ? null : new WriteResult(WriteOutcome.Unknown, "connection reset");
        bench.Cluster.AfterWrite = _ => new WriteResult(WriteOutcome.Unknown, "connection reset");

        var ended = await bench.RunAsync(await bench.ApprovedAsync(ThePlan.Of("a", "b")));

        ended.State.ShouldBe(ApprovalState.Unknown);
        Say(ended).ShouldContain(shown);
        bench.Cluster.Writes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_gateway_that_breaks_counts_as_a_lost_answer()
    {
        bench.Cluster.OnWrite = _ => throw new InvalidOperationException("bug");

        (await bench.RunAsync(await bench.ApprovedAsync(ThePlan.Of("a")))).State.ShouldBe(ApprovalState.Unknown);
    }

    [Fact]
    public async Task An_unreachable_cluster_gets_nothing()
    {
        bench.Cluster.Reachable = false;

        var ended = await bench.RunAsync(await bench.ApprovedAsync(ThePlan.Of("a")));

        ended.State.ShouldBe(ApprovalState.Failed);
        Say(ended).ShouldContain("nothing more was sent");
        bench.Cluster.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_accepted_step_without_effect_fails_after_its_time()
    {
        bench.Cluster.AfterWrite = _ =>
        {
            bench.Cluster.Json = ThePlan.Object;
            return null;
        };

        var ended = await bench.RunAsync(await bench.ApprovedAsync(ThePlan.Of("a", "b")));

        ended.State.ShouldBe(ApprovalState.Failed);
        ended.Outcome!.Key.ShouldBe("remediation.outcome.effect-not-seen");
        bench.Cluster.Writes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Done_is_not_healed_until_the_goal_is_reached()
    {
        var goal = new TheGoal { Now = () => new GoalState(GoalProgress.Pending, new TextKey("remediation.goal.awaiting-sync").With("app", "x")), Within = TimeSpan.FromMinutes(1) };

        var ended = await bench.RunAsync(await bench.ApprovedAsync(ThePlan.Of("a") with { Goal = goal }));

        ended.State.ShouldBe(ApprovalState.NotHealed);
        Say(ended).ShouldBe("Done but not healed (1 of 1 steps done): waiting for auto-sync of x.");
    }

    [Fact]
    public async Task A_goal_out_of_reach_is_not_waited_for()
    {
        var goal = new TheGoal { Now = () => new GoalState(GoalProgress.OutOfReach, new TextKey("remediation.goal.git-unmoved").With("revision", "a1b2c3d")) };
        var start = bench.Clock.GetUtcNow();

        (await bench.RunAsync(await bench.ApprovedAsync(ThePlan.Of("a") with { Goal = goal }))).State.ShouldBe(ApprovalState.NotHealed);
        bench.Clock.GetUtcNow().ShouldBe(start);
    }

    [Fact]
    public async Task Asked_to_stop_it_finishes_the_step_under_way_and_starts_no_other()
    {
        using var stop = new CancellationTokenSource();
        bench.Cluster.AfterWrite = _ =>
        {
            stop.Cancel();
            return null;
        };

        var ended = await bench.RunAsync(await bench.ApprovedAsync(ThePlan.Of("a", "b", "c")), stop.Token);

        ended.State.ShouldBe(ApprovalState.Failed);
        Say(ended).ShouldBe("The bot was asked to stop: 1 of 3 steps done, no further one was started.");
        ended.Steps[0].State.ShouldBe(StepState.Done);
        bench.Cluster.Writes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_person_who_lost_the_role_before_execution_does_not_count()
    {
        var request = await bench.ApprovedAsync(ThePlan.Of("a"));
        bench.Rules.TakeRoles("jun");

        var after = await bench.RunAsync(request);

        after.State.ShouldBe(ApprovalState.Pending);
        after.Votes.ShouldBeEmpty();
        bench.Cluster.Writes.ShouldBeEmpty();
        bench.Store.Kinds.ShouldContain(AuditKinds.VotesVoided);
    }

    [Fact]
    public async Task A_changed_policy_makes_the_approval_void()
    {
        var request = await bench.ApprovedAsync(ThePlan.Of("a"));
        var stricter = TheTeam.PolicyOptions;
        stricter.Tiers["R2"].Approvals = 2;
        bench.Rules.Policy = Policy.From("strict", stricter);

        (await bench.RunAsync(request)).State.ShouldBe(ApprovalState.Invalidated);
        bench.Cluster.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_approval_that_was_not_begun_in_time_lapses()
    {
        var request = await bench.ApprovedAsync(ThePlan.Of("a"));
        bench.Clock.Advance(TimeSpan.FromMinutes(2));

        var ended = await bench.RunAsync(request);

        ended.State.ShouldBe(ApprovalState.Expired);
        ended.Outcome!.Key.ShouldBe("approval.outcome.lapsed");
        bench.Cluster.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_runners_carry_out_a_request_once()
    {
        var request = await bench.ApprovedAsync(ThePlan.Of("a", "b"));

        await Task.WhenAll(bench.Runner.RunAsync(request.Id, default), bench.NewRunner().RunAsync(request.Id, default));

        bench.Store[request.Id].State.ShouldBe(ApprovalState.Succeeded);
        bench.Cluster.Writes.Count.ShouldBe(2);
    }

    private static string Say(ApprovalRequest request) => new Localizer(Language.En, TimeZoneInfo.Utc).Text(request.Outcome!);
}
