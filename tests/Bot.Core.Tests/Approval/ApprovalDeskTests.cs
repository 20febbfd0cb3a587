using Bot.Core.Approval;
using Bot.Core.Audit;
using Bot.Core.Remediation;
using Bot.Core.Tests.Remediation;
using Bot.Core.Texts;

namespace Bot.Core.Tests.Approval;

/// <summary>The races and refusals of approval; the numbers are those of the table of races.</summary>
public sealed class ApprovalDeskTests
{
    private readonly Bench bench = new();

    [Fact]
    public async Task Race_1_two_approvers_at_once_one_wins_and_the_other_is_told_who()
    {
        var request = await bench.FileAsync(ThePlan.Of("a"));

        var answers = await Task.WhenAll(Task.Run(() => bench.VoteAsync(request, TheTeam.Jun)), Task.Run(() => bench.VoteAsync(request, TheTeam.Hana)));

        answers.Count(answer => answer.Accepted).ShouldBe(1);
        var loser = answers.Single(answer => !answer.Accepted);
        var winner = bench.Store[request.Id].Votes.Single().DisplayName;
        Say(loser).ShouldBe($"Too late for that. The request is now: approved (by {winner}).");
        bench.Store.Kinds.Count(kind => kind == AuditKinds.VoteApproved).ShouldBe(1);
    }

    [Fact]
    public async Task Race_2_a_double_click_counts_once_and_is_answered()
    {
        var request = await bench.FileAsync(ThePlan.Of("a"));

        (await bench.VoteAsync(request, TheTeam.Jun)).Accepted.ShouldBeTrue();
        (await bench.VoteAsync(request, TheTeam.Jun)).Accepted.ShouldBeTrue();

        bench.Store[request.Id].Votes.Length.ShouldBe(1);
        Last().Outcome.ShouldBe("duplicate");
    }

    [Fact]
    public async Task Race_3_approve_and_deny_at_once_never_both()
    {
        for (var round = 0; round < 50; round++)
        {
            var race = new Bench();
            var request = await race.FileAsync(ThePlan.Of("a"));
            using var start = new Barrier(2);
            await Task.WhenAll(
                Task.Run(() => { start.SignalAndWait(); return race.VoteAsync(request, TheTeam.Jun); }),
                Task.Run(() => { start.SignalAndWait(); return race.VoteAsync(request, TheTeam.Hana, approves: false); }));

            race.Store.Kinds.Count(kind => kind is AuditKinds.VoteApproved or AuditKinds.VoteDenied).ShouldBe(1);
            race.Store[request.Id].State.ShouldBe(race.Store.Kinds.Contains(AuditKinds.VoteApproved) ? ApprovalState.Approved : ApprovalState.Denied);
        }
    }

    [Theory]
    [InlineData(-1, ApprovalState.Approved)]
    [InlineData(0, ApprovalState.Expired)]
    [InlineData(1, ApprovalState.Expired)]
    public async Task Race_4_at_the_instant_of_expiry_the_clock_decides(int milliseconds, ApprovalState expected)
    {
        var request = await bench.FileAsync(ThePlan.Of("a"));
        bench.Clock.Advance(request.ExpiresAt - bench.Clock.GetUtcNow() + TimeSpan.FromMilliseconds(milliseconds));

        var answer = await bench.VoteAsync(request, TheTeam.Jun);

        bench.Store[request.Id].State.ShouldBe(expected);
        answer.Accepted.ShouldBe(expected == ApprovalState.Approved);
    }

    [Fact]
    public async Task Race_5_the_requester_may_not_approve_through_another_account()
    {
        var request = await bench.FileAsync(ThePlan.Of("a"));

        var answer = await bench.VoteAsync(request, TheTeam.MinaOnSlack);

        Say(answer).ShouldBe("You asked for this, so another person must approve. Waiting for: Hana, Jun.");
        Last().Kind.ShouldBe(AuditKinds.VoteRejected);
        bench.Store[request.Id].State.ShouldBe(ApprovalState.Pending);
    }

    [Fact]
    public async Task Race_11_an_old_button_is_answered_with_what_came_of_it()
    {
        var request = await bench.FileAsync(ThePlan.Of("a"));
        await bench.VoteAsync(request, TheTeam.Jun, approves: false);

        Say(await bench.VoteAsync(request, TheTeam.Hana)).ShouldBe("Too late for that. The request is now: denied (by Jun).");
    }

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("not an id")]
    [InlineData("")]
    public async Task Race_13_a_forged_id_names_nothing_and_is_recorded(string id)
    {
        await bench.FileAsync(ThePlan.Of("a"));

        (await bench.Desk.VoteAsync(id, "x", TheTeam.Jun, approves: true, "", default)).Message.Key.ShouldBe("approval.refused.unknown-request");
        Last().Outcome.ShouldBe("unknown-request");
    }

    [Fact]
    public async Task Race_13_a_vote_for_another_plan_is_no_vote()
    {
        var request = await bench.FileAsync(ThePlan.Of("a"));

        (await bench.Desk.VoteAsync(request.Id, PlanHash.Of(ThePlan.Of("b")), TheTeam.Jun, approves: true, "", default)).Message.Key.ShouldBe("approval.refused.plan-changed");
        bench.Store[request.Id].State.ShouldBe(ApprovalState.Pending);
    }

    [Fact]
    public async Task Race_14_a_second_request_on_one_target_is_blocked_by_the_first()
    {
        var first = await bench.FileAsync(ThePlan.Of("a"));

        var answer = await bench.Desk.ProposeAsync(ThePlan.Of("b"), TheTeam.Jun, "", default);

        answer.Accepted.ShouldBeFalse();
        Say(answer).ShouldContain($"blocked by request {first.Id}");
        answer.Request!.Id.ShouldBe(first.Id);
    }

    [Fact]
    public async Task Race_14_of_two_that_are_filed_at_once_one_is_filed()
    {
        var answers = await Task.WhenAll(
            Task.Run(() => bench.Desk.ProposeAsync(ThePlan.Of("a"), TheTeam.Mina, "", default)),
            Task.Run(() => bench.Desk.ProposeAsync(ThePlan.Of("b"), TheTeam.Jun, "", default)));

        answers.Count(answer => answer.Accepted).ShouldBe(1);
        (await bench.Desk.ListAsync(openOnly: true, default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_plan_is_not_filed_twice()
    {
        var first = await bench.FileAsync(ThePlan.Of("a"));

        var again = await bench.Desk.ProposeAsync(ThePlan.Of("a"), TheTeam.Jun, "", default);

        again.Accepted.ShouldBeTrue();
        again.Request!.Id.ShouldBe(first.Id);
    }

    [Fact]
    public async Task A_newer_plan_of_the_same_person_takes_the_place_of_the_older()
    {
        var first = await bench.FileAsync(ThePlan.Of("a"));
        var second = await bench.FileAsync(ThePlan.Of("a", "b"));

        bench.Store[first.Id].State.ShouldBe(ApprovalState.Cancelled);
        second.Id.ShouldNotBe(first.Id);
        bench.Store.Kinds.ShouldContain(AuditKinds.RequestSuperseded);
    }

    [Fact]
    public async Task People_without_the_role_or_without_a_name_may_not_vote()
    {
        var request = await bench.FileAsync(ThePlan.Of("a"));

        (await bench.VoteAsync(request, TheTeam.Sora)).Message.Key.ShouldBe("approval.refused.role");
        (await bench.VoteAsync(request, TheTeam.Stranger)).Message.Key.ShouldBe("approval.refused.unknown-person");
        (await bench.VoteAsync(request, TheTeam.Stranger with { Person = new Person("jun", "Jun", ["ops"]) })).Message.Key.ShouldBe("approval.refused.unknown-person");
        (await bench.VoteAsync(request, TheTeam.Sora, approves: false)).Accepted.ShouldBeFalse();
        bench.Store.Kinds.Count(kind => kind == AuditKinds.VoteRejected).ShouldBe(4);
    }

    [Fact]
    public async Task Without_a_policy_nothing_can_be_asked_for()
    {
        bench.Rules.Policy = null;

        (await bench.Desk.ProposeAsync(ThePlan.Of("a"), TheTeam.Mina, "", default)).Message.Key.ShouldBe("approval.refused.no-policy");
        Last().Kind.ShouldBe(AuditKinds.RequestRefused);
    }

    [Fact]
    public async Task An_empty_approver_list_approves_nothing()
    {
        var options = TheTeam.PolicyOptions;
        options.Tiers["R2"].By.Clear();
        bench.Rules.Policy = Policy.From("strict", options);

        (await bench.Desk.ProposeAsync(ThePlan.Of("a"), TheTeam.Mina, "", default)).Message.Key.ShouldBe("approval.refused.tier-closed");
    }

    [Fact]
    public async Task A_quorum_that_nobody_can_meet_is_refused_at_once()
    {
        var options = TheTeam.PolicyOptions;
        options.Tiers["R2"].Approvals = 3;
        bench.Rules.Policy = Policy.From("strict", options);

        (await bench.Desk.ProposeAsync(ThePlan.Of("a"), TheTeam.Mina, "", default)).Message.Key.ShouldBe("approval.refused.no-quorum");
    }

    [Fact]
    public async Task A_quorum_of_two_needs_two_people()
    {
        var options = TheTeam.PolicyOptions;
        options.Tiers["R2"].Approvals = 2;
        bench.Rules.Policy = Policy.From("strict", options);
        var request = await bench.FileAsync(ThePlan.Of("a"));

        Say(await bench.VoteAsync(request, TheTeam.Jun)).ShouldBe("Your approval counts: 1 of 2.");
        bench.Store[request.Id].State.ShouldBe(ApprovalState.Pending);
        (await bench.VoteAsync(request, TheTeam.Hana)).Message.Key.ShouldBe("approval.answer.approved");
    }

    [Theory]
    [InlineData(RiskTier.R3, "approval.refused.no-step-up")]
    [InlineData(RiskTier.R4, "approval.refused.never")]
    public async Task What_needs_a_second_factor_or_is_never_offered_stays_closed(RiskTier tier, string key) =>
        (await bench.Desk.ProposeAsync(ThePlan.Of(tier, "a"), TheTeam.Mina, "", default)).Message.Key.ShouldBe(key);

    [Fact]
    public async Task R1_runs_on_the_own_click_of_an_entitled_person_only()
    {
        var answer = await bench.Desk.ProposeAsync(ThePlan.Of(RiskTier.R1, "a"), TheTeam.Mina, "", default);

        answer.Request!.State.ShouldBe(ApprovalState.Approved);
        (await bench.RunAsync(answer.Request)).State.ShouldBe(ApprovalState.Succeeded);
        (await bench.Desk.ProposeAsync(ThePlan.Of(RiskTier.R1, "b"), TheTeam.Sora, "", default)).Message.Key.ShouldBe("approval.refused.role");
    }

    [Fact]
    public async Task R0_is_open_to_anyone_once_a_minute()
    {
        var answer = await bench.Desk.ProposeAsync(ThePlan.Of(RiskTier.R0, "a"), TheTeam.Stranger, "", default);
        (await bench.RunAsync(answer.Request!)).State.ShouldBe(ApprovalState.Succeeded);

        (await bench.Desk.ProposeAsync(ThePlan.Of(RiskTier.R0, "b"), TheTeam.Stranger, "", default)).Message.Key.ShouldBe("approval.refused.too-soon");
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        (await bench.Desk.ProposeAsync(ThePlan.Of(RiskTier.R0, "b"), TheTeam.Stranger, "", default)).Accepted.ShouldBeTrue();
        (await bench.Desk.ProposeAsync(ThePlan.Of(RiskTier.R0, "c"), new Actor("console", "", "", null), "", default)).Accepted.ShouldBeFalse();
    }

    [Theory]
    [InlineData("apps", "Deployment", "wealist-vault", false)]
    [InlineData("apps", "Deployment", "kube-system", false)]
    [InlineData("argoproj.io", "Application", "wealist-vault", true)]
    [InlineData("apps", "Deployment", "wealist-prod", true)]
    public async Task Protected_namespaces_protect_workloads_but_never_argo_objects(string group, string kind, string @namespace, bool accepted)
    {
        var plan = ThePlan.Of("a");
        var step = ThePlan.Step("a", kind: kind, group: group, @namespace: @namespace);

        (await bench.Desk.ProposeAsync(plan with { Steps = [step] }, TheTeam.Mina, "", default)).Accepted.ShouldBe(accepted);
    }

    [Fact]
    public async Task Only_the_requester_takes_a_request_back_and_only_before_it_is_decided()
    {
        var request = await bench.FileAsync(ThePlan.Of("a"));

        (await bench.Desk.CancelAsync(request.Id, TheTeam.Jun, default)).Accepted.ShouldBeFalse();
        (await bench.Desk.CancelAsync(request.Id, TheTeam.MinaOnSlack, default)).Accepted.ShouldBeTrue();
        bench.Store[request.Id].State.ShouldBe(ApprovalState.Cancelled);
        (await bench.VoteAsync(request, TheTeam.Jun)).Accepted.ShouldBeFalse();
    }

    [Fact]
    public async Task Requests_that_waited_too_long_are_ended_by_the_sweep()
    {
        var request = await bench.FileAsync(ThePlan.Of("a"));
        await bench.Desk.ExpireDueAsync(default);
        bench.Store[request.Id].State.ShouldBe(ApprovalState.Pending);

        bench.Clock.Advance(TimeSpan.FromHours(4));
        await bench.Desk.ExpireDueAsync(default);

        bench.Store[request.Id].State.ShouldBe(ApprovalState.Expired);
        Last().Kind.ShouldBe(AuditKinds.RequestExpired);
    }

    [Fact]
    public async Task When_the_audit_log_cannot_be_written_a_click_changes_nothing_and_says_so()
    {
        var request = await bench.FileAsync(ThePlan.Of("a"));
        bench.Store.OnWrite = (_, _) => throw MemoryStore.Unwritable();

        Say(await bench.VoteAsync(request, TheTeam.Jun)).ShouldBe("The audit log cannot be written, so nothing was done.");
        bench.Store[request.Id].State.ShouldBe(ApprovalState.Pending);
    }

    [Fact]
    public async Task Every_saved_change_is_told_in_order()
    {
        var told = new List<long>();
        var last = new TaskCompletionSource();
        using var subscription = bench.Desk.Subscribe(request =>
        {
            told.Add(request.Version);
            if (request.IsFinal)
            {
                last.SetResult();
            }
        });

        await bench.RunAsync(await bench.ApprovedAsync(ThePlan.Of("a", "b")));
        await last.Task;

        told.ShouldBe(Enumerable.Range(1, told.Count).Select(version => (long)version));
    }

    private AuditEntry Last() => bench.Store.Records[^1].Entry;

    private static string Say(DeskAnswer answer) => new Localizer(Language.En, TimeZoneInfo.Utc).Text(answer.Message);
}
