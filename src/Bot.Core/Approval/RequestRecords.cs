using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Audit;
using Bot.Core.Remediation;

namespace Bot.Core.Approval;

/// <summary>Makes the audit entries that speak of a request or a plan.</summary>
internal static class RequestRecords
{
    /// <summary>The bot itself, for what nobody clicked.</summary>
    public static readonly Actor Bot = new("bot", "bot", "bot", Person: null);

    public static AuditEntry Of(string kind, ApprovalRequest request, Actor actor, DateTimeOffset now, string outcome = "", string reason = "") =>
        Of(kind, request.Plan, request.PlanHash, actor, now, outcome, reason) with { RequestId = request.Id };

    public static AuditEntry Of(string kind, Plan plan, string planHash, Actor actor, DateTimeOffset now, string outcome = "", string reason = "") => new()
    {
        Kind = kind,
        Time = now,
        Actor = actor,
        PlanHash = planHash,
        PolicyVersion = plan.PolicyVersion,
        Cluster = plan.Cluster,
        Target = plan.Target.ToString(),
        Action = plan.Action,
        Outcome = outcome,
        Reason = reason,
    };

    /// <summary>What the plan says, for the record of its creation.</summary>
    public static ImmutableSortedDictionary<string, string> Describe(Plan plan)
    {
        var details = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        details["environment"] = plan.Environment;
        details["tier"] = plan.Tier.ToString();
        if (plan.FindingId.Length > 0)
        {
            details["finding"] = plan.FindingId;
            details["rule"] = plan.Rule;
        }

        for (var index = 0; index < plan.Steps.Length; index++)
        {
            var step = plan.Steps[index];
            details[string.Create(CultureInfo.InvariantCulture, $"step{index + 1}")] = $"{step.Action} {step.Target}";
        }

        return details.ToImmutable();
    }

    /// <summary>A click that names no request we know.</summary>
    public static AuditEntry UnknownRequest(string kind, string requestId, Actor actor, DateTimeOffset now) => new()
    {
        Kind = kind,
        Time = now,
        Actor = actor,
        RequestId = requestId.Length > 64 ? requestId[..64] : requestId,
        Outcome = "unknown-request",
    };
}
