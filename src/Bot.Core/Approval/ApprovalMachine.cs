using System.Collections.Immutable;
using Bot.Core.Audit;
using Bot.Core.Remediation;
using Bot.Core.Texts;

namespace Bot.Core.Approval;

/// <summary>
/// The rules of approval. Pure: (request, event, policy, people, now) gives the next state, the audit records and the answer.
/// Every refusal leaves a record. The actors passed in must have been looked up in the directory just now.
/// </summary>
public static class ApprovalMachine
{
    /// <summary>A person asks for a plan. R0 and R1 need no other click; R2 waits for another person; R3 and R4 are not open.</summary>
    public static Transition Propose(string id, Plan plan, string planHash, Actor requester, string reason, Policy? policy, IPeopleDirectory people, DateTimeOffset now)
    {
        var rule = policy?.Of(plan.Tier);
        var (slug, refusal) = Objection(plan, requester, policy, rule, people);
        if (refusal is not null)
        {
            return Transition.Refuse(refusal, RequestRecords.Of(AuditKinds.RequestRefused, plan, planHash, requester, now, slug, reason) with { Details = RequestRecords.Describe(plan) });
        }

        var alone = plan.Tier is RiskTier.R0 or RiskTier.R1;
        var request = new ApprovalRequest
        {
            Id = id,
            Version = 1,
            Plan = plan,
            PlanHash = planHash,
            Requester = requester,
            Reason = reason,
            State = alone ? ApprovalState.Approved : ApprovalState.Pending,
            Steps = [.. plan.Steps.Select((_, index) => new StepProgress(index + 1, StepState.Waiting, "", StartedAt: null, EndedAt: null))],
            CreatedAt = now,
            ExpiresAt = now + rule!.Expires,
        };
        var created = RequestRecords.Of(AuditKinds.RequestCreated, request, requester, now, alone ? "approved-by-own-click" : "pending", reason) with { Details = RequestRecords.Describe(plan) };
        var message = alone
            ? new TextKey("approval.answer.started").With("id", id)
            : new TextKey("approval.answer.filed").With("id", id).With("count", rule.Approvals).With("who", Names(people, rule, requester.Person)).With("until", request.ExpiresAt);
        return new Transition(request, [created], Accepted: true, message);
    }

    /// <summary>A click on Approve or Deny.</summary>
    public static Transition Vote(ApprovalRequest request, string planHash, Actor voter, bool approves, string reason, Policy? policy, IPeopleDirectory people, DateTimeOffset now)
    {
        if (request.State != ApprovalState.Pending)
        {
            return TooLate(request, voter, approves, now);
        }

        if (now >= request.ExpiresAt)
        {
            return Expired(request, now) with { Accepted = false, Records = [RequestRecords.Of(AuditKinds.RequestExpired, request, RequestRecords.Bot, now), Rejected(request, voter, approves, "expired", now)] };
        }

        var rule = policy?.Of(request.Plan.Tier);
        var isRequester = voter.Person is not null && voter.Person.Id == request.Requester.Person?.Id;
        if (voter.Person is null)
        {
            return Transition.Refuse(new TextKey("approval.refused.unknown-person").With("account", voter.DisplayName), Rejected(request, voter, approves, "unknown-person", now));
        }

        if (policy is null || rule is null)
        {
            return Transition.Refuse(new TextKey("approval.refused.no-policy"), Rejected(request, voter, approves, "no-policy", now));
        }

        if (isRequester)
        {
            return approves
                ? Transition.Refuse(new TextKey("approval.refused.own-request").With("who", Names(people, rule, voter.Person)), Rejected(request, voter, approves, "own-request", now))
                : Cancel(request, voter, now);
        }

        if (!rule.Entitles(voter.Person))
        {
            return Transition.Refuse(new TextKey("approval.refused.role").With("roles", Roles(rule)).With("who", Names(people, rule, request.Requester.Person)), Rejected(request, voter, approves, "role", now));
        }

        if (planHash != request.PlanHash)
        {
            return Transition.Refuse(new TextKey("approval.refused.plan-changed"), Rejected(request, voter, approves, "other-plan", now));
        }

        if (policy.Version != request.Plan.PolicyVersion)
        {
            return Invalidated(request, new TextKey("approval.outcome.policy-changed"), "policy-changed", now) with { Accepted = false };
        }

        return approves ? Approve(request, voter, reason, rule, people, now) : Deny(request, voter, reason, now);
    }

    /// <summary>The requester takes it back. Only what has not begun can be taken back.</summary>
    public static Transition Cancel(ApprovalRequest request, Actor actor, DateTimeOffset now)
    {
        if (actor.Person is null || actor.Person.Id != request.Requester.Person?.Id)
        {
            return Transition.Refuse(new TextKey("approval.refused.cancel-not-own").With("requester", request.Requester.DisplayName), Rejected(request, actor, approves: false, "cancel-not-own", now));
        }

        if (request.State != ApprovalState.Pending)
        {
            return TooLate(request, actor, approves: false, now);
        }

        var outcome = new TextKey("approval.outcome.cancelled").With("who", actor.DisplayName);
        return new Transition(
            End(request, ApprovalState.Cancelled, outcome, now), [RequestRecords.Of(AuditKinds.RequestCancelled, request, actor, now)], Accepted: true, new TextKey("approval.answer.cancelled"));
    }

    /// <summary>The requester asks for a newer plan of the same purpose: votes for the old one die with it.</summary>
    public static Transition Supersede(ApprovalRequest request, string newHash, DateTimeOffset now) => new(
        End(request, ApprovalState.Cancelled, new TextKey("approval.outcome.superseded"), now),
        [RequestRecords.Of(AuditKinds.RequestSuperseded, request, request.Requester, now, "newer-plan") with { Details = ImmutableSortedDictionary<string, string>.Empty.Add("newPlanHash", newHash) }],
        Accepted: true,
        new TextKey("approval.outcome.superseded"));

    /// <summary>The clocks: a pending request past its end, or an approved one that was not begun in time. Null when neither is so.</summary>
    public static Transition? Expire(ApprovalRequest request, Policy? policy, DateTimeOffset now) => request.State switch
    {
        ApprovalState.Pending when now >= request.ExpiresAt => Expired(request, now),
        ApprovalState.Approved when now >= ApprovedAt(request) + (policy?.Of(request.Plan.Tier) ?? TierRule.Open).ExecuteWithin => Lapsed(request, now),
        _ => null,
    };

    /// <summary>Just before execution: the same policy, and a quorum of people who may still approve. Null when all holds.</summary>
    public static Transition? Revalidate(ApprovalRequest request, Policy? policy, IPeopleDirectory people, DateTimeOffset now)
    {
        if (Expire(request, policy, now) is { } late)
        {
            return late;
        }

        if (policy is null || policy.Version != request.Plan.PolicyVersion || policy.Of(request.Plan.Tier) is not { } rule || PlanHash.Of(request.Plan) != request.PlanHash)
        {
            return Invalidated(request, new TextKey("approval.outcome.policy-changed"), "policy-changed", now);
        }

        var requester = request.Requester.Person is { } known ? people.ById(known.Id) : null;
        if (request.Plan.Tier == RiskTier.R0)
        {
            return null;
        }

        if (requester is null || (request.Plan.Tier == RiskTier.R1 && !rule.Entitles(requester)))
        {
            return Invalidated(request, new TextKey("approval.outcome.requester-lost-role"), "requester-lost-role", now);
        }

        var valid = request.Votes.Where(vote => Counts(vote, request, rule, people)).ToImmutableArray();
        if (request.Plan.Tier == RiskTier.R1 || Approvers(valid) >= rule.Approvals)
        {
            return null;
        }

        var lost = string.Join(", ", request.Votes.Except(valid).Select(vote => vote.DisplayName));
        var message = new TextKey("approval.outcome.votes-voided").With("who", lost);
        return new Transition(
            request with { Version = request.Version + 1, State = ApprovalState.Pending, Votes = valid, Outcome = message },
            [RequestRecords.Of(AuditKinds.VotesVoided, request, RequestRecords.Bot, now, "role-lost") with { Details = ImmutableSortedDictionary<string, string>.Empty.Add("voters", lost) }],
            Accepted: false,
            message);
    }

    /// <summary>Ends a request, whatever its state, as a new version.</summary>
    internal static ApprovalRequest End(ApprovalRequest request, ApprovalState state, TextKey outcome, DateTimeOffset now) =>
        request with { Version = request.Version + 1, State = state, Outcome = outcome, EndedAt = now };

    /// <summary>A fact on which the approval rested is no longer so.</summary>
    internal static Transition Invalidated(ApprovalRequest request, TextKey outcome, string slug, DateTimeOffset now) => new(
        End(request, ApprovalState.Invalidated, outcome, now), [RequestRecords.Of(AuditKinds.RequestInvalidated, request, RequestRecords.Bot, now, slug)], Accepted: false, outcome);

    private static (string Slug, TextKey? Refusal) Objection(Plan plan, Actor requester, Policy? policy, TierRule? rule, IPeopleDirectory people)
    {
        if (plan.Steps.IsDefaultOrEmpty || plan.Tier == RiskTier.R4)
        {
            return ("never-offered", new TextKey("approval.refused.never"));
        }

        if (policy is null)
        {
            return ("no-policy", new TextKey("approval.refused.no-policy"));
        }

        if (plan.Steps.FirstOrDefault(step => policy.Protects(step.Request)) is { } step)
        {
            return ("protected", new TextKey("approval.refused.protected").With("target", step.Target.ToString()));
        }

        if (plan.Tier == RiskTier.R0)
        {
            return requester.UserId.Length > 0 ? ("", null) : ("unknown-person", new TextKey("approval.refused.unknown-person").With("account", requester.DisplayName));
        }

        if (requester.Person is null)
        {
            return ("unknown-person", new TextKey("approval.refused.unknown-person").With("account", requester.DisplayName));
        }

        if (rule is null || rule.By.IsEmpty)
        {
            return ("tier-closed", new TextKey("approval.refused.tier-closed").With("tier", plan.Tier.ToString()).With("policy", policy.Name));
        }

        if (plan.Tier == RiskTier.R1)
        {
            return rule.Entitles(requester.Person) ? ("", null) : ("role", new TextKey("approval.refused.role").With("roles", Roles(rule)).With("who", Names(people, rule, except: null)));
        }

        if (plan.Tier == RiskTier.R3 || rule.StepUp.Length > 0 || rule.Countdown > TimeSpan.Zero)
        {
            return ("no-step-up", new TextKey("approval.refused.no-step-up").With("tier", plan.Tier.ToString()));
        }

        var others = people.WithAnyRole(rule.By).Count(person => person.Id != requester.Person.Id);
        return others >= rule.Approvals ? ("", null) : ("no-quorum", new TextKey("approval.refused.no-quorum").With("count", rule.Approvals).With("others", others).With("roles", Roles(rule)));
    }

    private static Transition Approve(ApprovalRequest request, Actor voter, string reason, TierRule rule, IPeopleDirectory people, DateTimeOffset now)
    {
        var person = voter.Person!;
        if (request.Votes.Any(vote => vote.Person == person.Id && vote.PlanHash == request.PlanHash))
        {
            return new Transition(null, [Rejected(request, voter, approves: true, "duplicate", now)], Accepted: true, new TextKey("approval.answer.already-counted"));
        }

        var voted = request with
        {
            Version = request.Version + 1,
            Votes = request.Votes.Add(new Vote(person.Id, person.DisplayName, Approves: true, request.PlanHash, reason, now)),
            Outcome = null,
        };
        var have = Approvers(voted.Votes.Where(vote => Counts(vote, voted, rule, people)));
        var record = RequestRecords.Of(AuditKinds.VoteApproved, request, voter, now, have >= rule.Approvals ? "approved" : "counted", reason);
        return have >= rule.Approvals
            ? new Transition(voted with { State = ApprovalState.Approved }, [record], Accepted: true, new TextKey("approval.answer.approved").With("id", request.Id))
            : new Transition(voted, [record], Accepted: true, new TextKey("approval.answer.counted").With("have", have).With("need", rule.Approvals));
    }

    private static Transition Deny(ApprovalRequest request, Actor voter, string reason, DateTimeOffset now)
    {
        var person = voter.Person!;
        var outcome = (reason.Length > 0 ? new TextKey("approval.outcome.denied-because").With("reason", reason) : new TextKey("approval.outcome.denied")).With("who", person.DisplayName);
        var denied = request with { Votes = request.Votes.Add(new Vote(person.Id, person.DisplayName, Approves: false, request.PlanHash, reason, now)) };
        return new Transition(
            End(denied, ApprovalState.Denied, outcome, now), [RequestRecords.Of(AuditKinds.VoteDenied, request, voter, now, "denied", reason)], Accepted: true, new TextKey("approval.answer.denied"));
    }

    private static Transition TooLate(ApprovalRequest request, Actor actor, bool approves, DateTimeOffset now)
    {
        var counted = actor.Person is not null && request.Votes.Any(vote => vote.Person == actor.Person.Id && vote.Approves == approves);
        var state = new TextKey($"approval.state.{request.State.ToString().ToLowerInvariant()}");
        var by = string.Join(", ", request.Votes.Where(vote => vote.Approves == (request.State != ApprovalState.Denied)).Select(vote => vote.DisplayName));
        var message = (by.Length > 0 ? new TextKey("approval.answer.late-by").With("who", by) : new TextKey("approval.answer.late")).With("state", state);
        return new Transition(null, [Rejected(request, actor, approves, counted ? "duplicate" : "late", now)], counted, message);
    }

    private static Transition Expired(ApprovalRequest request, DateTimeOffset now)
    {
        var outcome = new TextKey("approval.outcome.expired").With("since", request.ExpiresAt);
        return new Transition(End(request, ApprovalState.Expired, outcome, now), [RequestRecords.Of(AuditKinds.RequestExpired, request, RequestRecords.Bot, now)], Accepted: false, outcome);
    }

    private static Transition Lapsed(ApprovalRequest request, DateTimeOffset now)
    {
        var outcome = new TextKey("approval.outcome.lapsed");
        return new Transition(End(request, ApprovalState.Expired, outcome, now), [RequestRecords.Of(AuditKinds.RequestExpired, request, RequestRecords.Bot, now, "not-begun-in-time")], Accepted: false, outcome);
    }

    private static bool Counts(Vote vote, ApprovalRequest request, TierRule rule, IPeopleDirectory people) =>
        vote.Approves
        && vote.PlanHash == request.PlanHash
        && vote.Person != request.Requester.Person?.Id
        && people.ById(vote.Person) is { } person
        && rule.Entitles(person);

    private static int Approvers(IEnumerable<Vote> votes) => votes.Select(vote => vote.Person).Distinct(StringComparer.Ordinal).Count();

    private static DateTimeOffset ApprovedAt(ApprovalRequest request) => request.Votes.IsEmpty ? request.CreatedAt : request.Votes.Max(vote => vote.At);

    private static AuditEntry Rejected(ApprovalRequest request, Actor actor, bool approves, string why, DateTimeOffset now) =>
        RequestRecords.Of(AuditKinds.VoteRejected, request, actor, now, why) with
        {
            Details = ImmutableSortedDictionary<string, string>.Empty.Add("click", approves ? "approve" : "deny"),
        };

    private static string Roles(TierRule rule) => rule.By.IsEmpty ? "-" : string.Join(", ", rule.By);

    private static string Names(IPeopleDirectory people, TierRule rule, Person? except)
    {
        var names = people.WithAnyRole(rule.By).Where(person => person.Id != except?.Id).Select(person => person.DisplayName).ToArray();
        return names.Length == 0 ? "-" : string.Join(", ", names);
    }
}
