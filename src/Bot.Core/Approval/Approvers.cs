using System.Collections.Immutable;
using Bot.Core.Remediation;

namespace Bot.Core.Approval;

/// <summary>Who could still approve a request: entitled, not its requester, not voted yet. What <see cref="ApprovalMachine"/> decides on a click, said before it.</summary>
public static class Approvers
{
    /// <summary>Null when no policy opens the request's tier, so that nobody can be named.</summary>
    public static ImmutableArray<Person>? Of(ApprovalRequest request, Policy? policy, IPeopleDirectory people)
    {
        if (policy?.Of(request.Plan.Tier) is not { } rule || request.Plan.Tier == RiskTier.R0)
        {
            return null;
        }

        var voted = request.Votes.Select(vote => vote.Person).ToHashSet(StringComparer.Ordinal);
        return [.. people.WithAnyRole(rule.By).Where(person => person.Id != request.Requester.Person?.Id && !voted.Contains(person.Id))];
    }
}
