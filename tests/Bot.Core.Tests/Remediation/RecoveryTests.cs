using Bot.Core.Approval;
using Bot.Core.Audit;
using Bot.Core.Remediation;
using Bot.Core.Tests.Approval;
using Bot.Core.Texts;

namespace Bot.Core.Tests.Remediation;

/// <summary>The process dies at one of its writes or right after a request was sent; another one starts over the same store.</summary>
public sealed class RecoveryTests
{
    private readonly Bench bench = new();

    [Fact]
    public async Task Dead_before_the_claim_the_approved_request_is_begun_by_the_next_process()
    {
        var request = await bench.ApprovedAsync(ThePlan.Of("a"));

        (await bench.NewRunner().RecoverAsync(default)).ShouldBeEmpty();
        await bench.RunAsync(request);

        bench.Store[request.Id].State.ShouldBe(ApprovalState.Succeeded);
        bench.Cluster.Writes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Dead_after_the_claim_nothing_was_sent_and_that_is_said()
    {
        var request = await DieAtAsync(AuditKinds.ExecutionIntent, occurrence: 1);

        var ended = await RecoverAsync(request);

        ended.State.ShouldBe(ApprovalState.Failed);
        Say(ended).ShouldBe("The bot ended in between: 0 of 2 steps done, the next one was not sent.");
        bench.Cluster.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Dead_between_two_steps_the_second_is_not_sent()
    {
        var request = await DieAtAsync(AuditKinds.ExecutionIntent, occurrence: 2);

        var ended = await RecoverAsync(request);

        ended.State.ShouldBe(ApprovalState.Failed);
        Say(ended).ShouldContain("1 of 2 steps done");
        bench.Cluster.Writes.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(AuditKinds.ExecutionResult)]
    [InlineData(AuditKinds.ExecutionVerified)]
    public async Task Dead_after_the_write_the_cluster_is_looked_at_and_nothing_is_sent_again(string kind)
    {
        var request = await DieAtAsync(kind, occurrence: 1);

        var ended = await RecoverAsync(request);

        ended.State.ShouldBe(ApprovalState.Unknown);
        Say(ended).ShouldContain("as the step wanted it");
        bench.Cluster.Writes.Count.ShouldBe(1);
        bench.Store.Kinds.ShouldContain(AuditKinds.ExecutionRecovered);
    }

    [Fact]
    public async Task Dead_while_the_goal_was_awaited_it_is_judged_again()
    {
        var request = await DieAtAsync(AuditKinds.ExecutionEnded, occurrence: 1);

        var ended = await RecoverAsync(request);

        ended.State.ShouldBe(ApprovalState.Succeeded);
        bench.Cluster.Writes.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_a_cluster_that_cannot_be_seen_nothing_is_claimed()
    {
        var request = await DieAtAsync(AuditKinds.ExecutionResult, occurrence: 1);
        bench.Cluster.Reachable = false;

        var ended = await RecoverAsync(request);

        ended.State.ShouldBe(ApprovalState.Unknown);
        Say(ended).ShouldContain("it cannot be reached");
    }

    [Fact]
    public async Task What_cannot_be_recorded_stays_open_and_nothing_is_sent_again()
    {
        var request = await DieAtAsync(AuditKinds.ExecutionResult, occurrence: 1);
        bench.Store.OnWrite = (_, _) => throw MemoryStore.Unwritable();

        (await RecoverAsync(request)).State.ShouldBe(ApprovalState.Executing);
        bench.Store.OnWrite = null;

        (await RecoverAsync(request)).State.ShouldBe(ApprovalState.Unknown);
        bench.Cluster.Writes.Count.ShouldBe(1);
    }

    // From that record on the process writes nothing any more: it hangs on its last write until the test ends it.
    private async Task<ApprovalRequest> DieAtAsync(string kind, int occurrence)
    {
        var request = await bench.ApprovedAsync(ThePlan.Of("a", "b"));
        using var death = new CancellationTokenSource();
        var seen = 0;
        bench.Store.OnWrite = (_, records) =>
        {
            if (seen >= occurrence || (records.Any(record => record.Kind == kind) && ++seen >= occurrence))
            {
                death.Cancel();
                throw MemoryStore.Unwritable();
            }
        };
        await bench.RunAsync(request, death.Token);
        bench.Store.OnWrite = null;
        return bench.Store[request.Id];
    }

    private async Task<ApprovalRequest> RecoverAsync(ApprovalRequest request)
    {
        request.State.ShouldBe(ApprovalState.Executing);
        var recovery = bench.NewRunner().RecoverAsync(default);
        while (!recovery.IsCompleted)
        {
            await Task.WhenAny(recovery, bench.Clock.WhenPendingAsync());
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await Task.WhenAll(await recovery);
        return bench.Store[request.Id];
    }

    private static string Say(ApprovalRequest request) => new Localizer(Language.En, TimeZoneInfo.Utc).Text(request.Outcome!);
}
