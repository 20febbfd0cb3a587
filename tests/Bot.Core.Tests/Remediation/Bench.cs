using Bot.Core.Approval;
using Bot.Core.Remediation;
using Bot.Core.Tests.Approval;
using Bot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Core.Tests.Remediation;

/// <summary>Desk, runner, store and one small cluster, wired as in the program; the clock moves by hand.</summary>
internal sealed class Bench
{
    public Bench()
    {
        Feed = new RequestFeed(NullLogger<RequestFeed>.Instance);
        Desk = new ApprovalDesk(Store, Store, Rules, Rules, new CountedIds(), Feed, Queue, Clock);
        Runner = NewRunner();
    }

    public ManualClock Clock { get; } = new();

    public MemoryStore Store { get; } = new();

    public ChangingRules Rules { get; } = new();

    public ExecutionQueue Queue { get; } = new();

    public RequestFeed Feed { get; }

    public ApprovalDesk Desk { get; }

    public RemediationRunner Runner { get; }

    public FakeCluster Cluster { get; } = new(ThePlan.Object);

    /// <summary>Another process over the same store.</summary>
    public RemediationRunner NewRunner() => new(Store, Rules, Rules, new ActingClusters([new ActingCluster(Cluster, Cluster)]), Feed, Queue, Clock, NullLogger<RemediationRunner>.Instance);

    public async Task<ApprovalRequest> FileAsync(Plan plan)
    {
        var answer = await Desk.ProposeAsync(plan, TheTeam.Mina, "stuck for hours", CancellationToken.None);
        answer.Accepted.ShouldBeTrue(answer.Message.Key);
        return answer.Request!;
    }

    public Task<DeskAnswer> VoteAsync(ApprovalRequest request, Actor actor, bool approves = true) =>
        Desk.VoteAsync(request.Id, request.PlanHash, actor, approves, "", CancellationToken.None);

    public async Task<ApprovalRequest> ApprovedAsync(Plan plan)
    {
        var request = await FileAsync(plan);
        (await VoteAsync(request, TheTeam.Jun)).Accepted.ShouldBeTrue();
        return Store[request.Id];
    }

    public async Task<ApprovalRequest> RunAsync(ApprovalRequest request, CancellationToken stop = default)
    {
        var run = Runner.RunAsync(request.Id, stop);
        while (!run.IsCompleted)
        {
            await Task.WhenAny(run, Clock.WhenPendingAsync());
            if (!run.IsCompleted)
            {
                Clock.Advance(TimeSpan.FromSeconds(1));
            }
        }

        await run;
        return Store[request.Id];
    }
}
