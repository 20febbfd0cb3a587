using System.Security.Cryptography;
using System.Text;

namespace Bot.Core.Remediation;

/// <summary>The hash that votes are cast for: SHA-256 over everything that decides what happens to the cluster.</summary>
public static class PlanHash
{
    public static string Of(Plan plan)
    {
        var text = new StringBuilder();
        Append(text, "plan/1", plan.Action, plan.Cluster, plan.Environment, plan.Target.ToString(), plan.FindingId, plan.PolicyVersion, plan.Goal.ToString());
        foreach (var step in plan.Steps)
        {
            var request = step.Request;
            Append(text, step.Action, step.Tier.ToString(), step.Target.ToString(), step.Uid, request.Verb.ToString(), request.Group, request.Version, request.Resource, request.Namespace, request.Name, request.Subresource, request.Body);
            foreach (var precondition in step.Preconditions)
            {
                Append(text, precondition.Path, precondition.Expected ?? "\0absent");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // Each part bears its length, so that two different plans can never run together to the same text.
    private static void Append(StringBuilder text, params ReadOnlySpan<string?> parts)
    {
        foreach (var part in parts)
        {
            text.Append(part?.Length ?? 0).Append(':').Append(part).Append('\n');
        }
    }
}
