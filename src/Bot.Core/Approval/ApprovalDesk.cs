using Bot.Core.Audit;
using Bot.Core.Remediation;
using Bot.Core.Texts;

namespace Bot.Core.Approval;

/// <summary>The desk: looks people up, asks the <see cref="ApprovalMachine"/>, saves with compare-and-swap, and hands approved plans to the runner.</summary>
public sealed class ApprovalDesk(IApprovalStore store, IAuditLog audit, IPolicySource policies, IPeopleDirectory people, IRequestIds ids, RequestFeed feed, ExecutionQueue queue, TimeProvider clock) : IApprovalDesk
{
    private const int Attempts = 16;
    private static readonly TimeSpan RefreshPause = TimeSpan.FromMinutes(1);

    public async Task<DeskAnswer> ProposeAsync(Plan plan, Actor requester, string reason, CancellationToken cancellationToken)
    {
        var policy = policies.For(plan.Environment);
        var stamped = plan with { PolicyVersion = policy?.Version ?? "" };
        var hash = PlanHash.Of(stamped);
        var actor = LookUp(requester);
        return await GuardAsync(async () =>
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var now = clock.GetUtcNow();
                if (await OccupiedAsync(stamped, hash, actor, now, cancellationToken) is { } answer)
                {
                    return answer;
                }

                var transition = ApprovalMachine.Propose(ids.Next(), stamped, hash, actor, reason, policy, people, now);
                if (await CommitAsync(current: null, transition, cancellationToken) is { } done)
                {
                    return done;
                }
            }

            return new DeskAnswer(Accepted: false, new TextKey("approval.refused.busy"), Request: null);
        });
    }

    public Task<DeskAnswer> VoteAsync(string requestId, string planHash, Actor voter, bool approves, string reason, CancellationToken cancellationToken)
    {
        var actor = LookUp(voter);
        return ChangeAsync(requestId, actor, request => ApprovalMachine.Vote(request, planHash, actor, approves, reason, policies.For(request.Plan.Environment), people, clock.GetUtcNow()), cancellationToken);
    }

    public Task<DeskAnswer> CancelAsync(string requestId, Actor actor, CancellationToken cancellationToken)
    {
        var known = LookUp(actor);
        return ChangeAsync(requestId, known, request => ApprovalMachine.Cancel(request, known, clock.GetUtcNow()), cancellationToken);
    }

    public Task<ApprovalRequest?> FindAsync(string requestId, CancellationToken cancellationToken) =>
        IsId(requestId) ? store.FindAsync(requestId, cancellationToken) : Task.FromResult<ApprovalRequest?>(null);

    public Task<IReadOnlyList<ApprovalRequest>> ListAsync(bool openOnly, CancellationToken cancellationToken) =>
        store.ListAsync(openOnly, limit: 200, cancellationToken);

    public IReadOnlyList<string>? ApproversOf(ApprovalRequest request) =>
        Approvers.Of(request, policies.For(request.Plan.Environment), people)?.Select(person => person.DisplayName).ToArray();

    public IDisposable Subscribe(Action<ApprovalRequest> onChange) => feed.Subscribe(onChange);

    /// <summary>Ends what waited too long. Called every few seconds by the host; a click in between sees the same clock and decides alike.</summary>
    public async Task ExpireDueAsync(CancellationToken cancellationToken)
    {
        foreach (var request in await store.ListAsync(openOnly: true, limit: 1000, cancellationToken))
        {
            if (ApprovalMachine.Expire(request, policies.For(request.Plan.Environment), clock.GetUtcNow()) is { } transition)
            {
                await CommitAsync(request, transition, cancellationToken);
            }
        }
    }

    // Another request on the same target: the same plan is shown again, a newer plan of the same person takes its place, anything else waits.
    private async Task<DeskAnswer?> OccupiedAsync(Plan plan, string hash, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await store.ListAsync(openOnly: true, limit: 1000, cancellationToken);
        var holder = open.FirstOrDefault(request => request.Plan.Cluster == plan.Cluster && request.Plan.Target == plan.Target);
        if (holder is not null && ApprovalMachine.Expire(holder, policies.For(holder.Plan.Environment), now) is { } expiry)
        {
            await CommitAsync(holder, expiry, cancellationToken);
            holder = null;
        }

        if (holder is null)
        {
            return await TooSoonAsync(plan, hash, actor, now, cancellationToken);
        }

        if (holder.PlanHash == hash)
        {
            return new DeskAnswer(Accepted: true, new TextKey("approval.answer.already-open").With("id", holder.Id), holder);
        }

        if (holder.State == ApprovalState.Pending && holder.Plan.Action == plan.Action && actor.Person is not null && holder.Requester.Person?.Id == actor.Person.Id)
        {
            await CommitAsync(holder, ApprovalMachine.Supersede(holder, hash, now), cancellationToken);
            return null;
        }

        await audit.AppendAsync([RequestRecords.Of(AuditKinds.RequestRefused, plan, hash, actor, now, "blocked") with { RequestId = holder.Id }], cancellationToken);
        return new DeskAnswer(Accepted: false, new TextKey("approval.refused.blocked").With("id", holder.Id).With("target", plan.Target.ToString()), holder);
    }

    // R0 is open to anyone, so it is held to once a minute and target.
    private async Task<DeskAnswer?> TooSoonAsync(Plan plan, string hash, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (plan.Tier != RiskTier.R0)
        {
            return null;
        }

        var recent = await store.ListAsync(openOnly: false, limit: 50, cancellationToken);
        var last = recent.FirstOrDefault(request => request.Plan.Action == plan.Action && request.Plan.Cluster == plan.Cluster && request.Plan.Target == plan.Target && now - request.CreatedAt < RefreshPause);
        if (last is null)
        {
            return null;
        }

        await audit.AppendAsync([RequestRecords.Of(AuditKinds.RequestRefused, plan, hash, actor, now, "too-soon")], cancellationToken);
        return new DeskAnswer(Accepted: false, new TextKey("approval.refused.too-soon"), last);
    }

    private Task<DeskAnswer> ChangeAsync(string requestId, Actor actor, Func<ApprovalRequest, Transition> decide, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (!IsId(requestId) || await store.FindAsync(requestId, cancellationToken) is not { } request)
            {
                await audit.AppendAsync([RequestRecords.UnknownRequest(AuditKinds.VoteRejected, requestId, actor, clock.GetUtcNow())], cancellationToken);
                return new DeskAnswer(Accepted: false, new TextKey("approval.refused.unknown-request"), Request: null);
            }

            if (await CommitAsync(request, decide(request), cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        return new DeskAnswer(Accepted: false, new TextKey("approval.refused.busy"), Request: null);
    });

    // Null: somebody else was faster, decide again on what stands there now.
    private async Task<DeskAnswer?> CommitAsync(ApprovalRequest? current, Transition transition, CancellationToken cancellationToken)
    {
        if (transition.Next is not { } next)
        {
            await audit.AppendAsync(transition.Records, cancellationToken);
            return new DeskAnswer(transition.Accepted, transition.Message, current);
        }

        if (!await store.SaveAsync(next, transition.Records, cancellationToken))
        {
            return null;
        }

        feed.Publish(next);
        if (next.State == ApprovalState.Approved)
        {
            queue.Enqueue(next.Id);
        }

        return new DeskAnswer(transition.Accepted, transition.Message, next);
    }

    // The account decides who somebody is, never what the click claims.
    private Actor LookUp(Actor actor) => actor with { Person = people.Find(actor.Platform, actor.UserId) };

    private static bool IsId(string requestId) => Base32.IsEncoded(requestId, 26);

    private static async Task<DeskAnswer> GuardAsync(Func<Task<DeskAnswer>> work)
    {
        try
        {
            return await work();
        }
        catch (AuditUnwritableException)
        {
            return new DeskAnswer(Accepted: false, new TextKey("approval.refused.audit-unwritable"), Request: null);
        }
        catch (StoreUnavailableException fault)
        {
            return new DeskAnswer(Accepted: false, fault.Text, Request: null);
        }
    }
}
