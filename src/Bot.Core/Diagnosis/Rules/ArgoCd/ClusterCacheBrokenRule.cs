using System.Text.RegularExpressions;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>One kind that cannot be listed (its conversion webhook or its API service does not answer, or Argo CD may not) makes every Application of the cluster Unknown.</summary>
internal sealed partial class ClusterCacheBrokenRule() : ComparisonRule(RuleIds.ArgoCdClusterCacheBroken, ComparisonCause.ClusterCache, "Service", "APIService")
{
    protected override string KeyOf(ComparisonFault fault) => $"{DestinationName.KeyOf(fault)} {Resource().Match(fault.Message).Groups["resource"].Value}";

    protected override Finding Describe(Finding start, List<ComparisonFault> faults, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var message = faults[0].Message;
        var resource = Resource().Match(message).Groups["resource"].Value;
        var group = resource.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? resource[(dot + 1)..] : "";
        var hook = Service().Match(message);
        var here = faults[0].App.Destination is { Server: "https://kubernetes.default.svc" } or { Name: "in-cluster" };
        var service = here && hook.Success ? new ObjectRef("Service", hook.Groups["namespace"].Value, hook.Groups["name"].Value) : (ObjectRef?)null;
        List<ApiService> dead = here && group.Length > 0 ? [.. snapshot.All<ApiService>().Where(api => api.Group == group && api.Conditions.Any(condition => condition is { Type: "Available", Status: "False" }))] : [];
        return start with
        {
            Variant = hook.Success ? "webhook" : message.Contains("is forbidden: User", StringComparison.Ordinal) ? "forbidden" : "",
            Facts = Facts(start, ("kind", resource.Split('.')[0]), ("service", hook.Groups["name"].Value), ("target", DestinationName.Short(faults[0]))),
            Evidence =
            [
                .. start.Evidence,
                .. service is { } found && snapshot.Pods.ReadyEndpoints(found) is { } ready ? [new Evidence(found, "ready endpoints", $"{ready}")] : Array.Empty<Evidence>(),
                .. dead.Take(1).Select(api => new Evidence(api.Ref, "status.conditions[Available].message", api.Conditions.First(condition => condition.Type == "Available").Message)),
            ],
            Command = resource.Length > 0 ? $"kubectl get {resource.ToLowerInvariant()} -A" : "kubectl get apiservices",
            PointsTo = [.. service is { } one ? [one] : Array.Empty<ObjectRef>(), .. dead.Select(api => api.Ref)],
        };
    }

    [GeneratedRegex(@"failed to load initial state of resource (?<resource>[^\s:]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Resource();

    [GeneratedRegex(@"Post ""https://(?<name>[a-z0-9-]+)\.(?<namespace>[a-z0-9-]+)\.svc\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Service();
}
