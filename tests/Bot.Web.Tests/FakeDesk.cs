using Bot.Core.Approval;
using Bot.Core.Remediation;
using Bot.Core.Texts;

namespace Bot.Web.Tests;

/// <summary>Remembers the clicks, and lets a test publish a change.</summary>
internal sealed class FakeDesk : IApprovalDesk
{
    private readonly List<Action<ApprovalRequest>> followers = [];

    public List<(string RequestId, string PlanHash, Actor Voter, bool Approves)> Votes { get; } = [];

    public List<ApprovalRequest> Requests { get; } = [];

    public TaskCompletionSource Followed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Publish(ApprovalRequest request)
    {
        foreach (var follower in followers.ToList())
        {
            follower(request);
        }
    }

    public Task<DeskAnswer> ProposeAsync(Plan plan, Actor requester, string reason, CancellationToken cancellationToken) => Answer();

    public Task<DeskAnswer> VoteAsync(string requestId, string planHash, Actor voter, bool approves, string reason, CancellationToken cancellationToken)
    {
        Votes.Add((requestId, planHash, voter, approves));
        return Answer();
    }

    public Task<DeskAnswer> CancelAsync(string requestId, Actor actor, CancellationToken cancellationToken) => Answer();

    public Task<ApprovalRequest?> FindAsync(string requestId, CancellationToken cancellationToken) => Task.FromResult(Requests.Find(request => request.Id == requestId));

    public Task<IReadOnlyList<ApprovalRequest>> ListAsync(bool openOnly, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ApprovalRequest>>(Requests);

    public IReadOnlyList<string>? ApproversOf(ApprovalRequest request) => ["Jun"];

    public IDisposable Subscribe(Action<ApprovalRequest> onChange)
    {
        followers.Add(onChange);
        Followed.TrySetResult();
        return new Subscription(() => followers.Remove(onChange));
    }

    private static Task<DeskAnswer> Answer() => Task.FromResult(new DeskAnswer(true, new TextKey("console.send"), null));

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
