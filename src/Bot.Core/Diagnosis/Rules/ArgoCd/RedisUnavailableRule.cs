using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>Applications cannot be compared because the Redis of Argo CD does not answer or refuses the password. The fault of its pods stands under it.</summary>
internal sealed class RedisUnavailableRule : IDiagnosticRule
{
    private const int MostApplications = 2;

    private static readonly string[] Refused = ["NOAUTH", "WRONGPASS", "invalid username-password pair"];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.ArgoCdRedisUnavailable, Severity.Critical, ["Application", "Deployment", "StatefulSet", "Pod", "ReplicaSet"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        List<ComparisonFault> faults = [.. ComparisonFaults.Of(ComparisonCause.Redis, snapshot, context).OrderBy(fault => fault.Since).ThenBy(fault => fault.App.Name, StringComparer.Ordinal)];
        if (faults.Count == 0)
        {
            yield break;
        }

        var redis = ArgoCdComponent.FindRedis(snapshot, context);
        var subject = redis?.Ref ?? new ObjectRef("Deployment", context.ArgoCdNamespace, "argocd-redis");
        var fault = redis?.Fault() ?? ("", null, null);
        var refused = Array.Exists(Refused, word => faults[0].Message.Contains(word, StringComparison.Ordinal));
        yield return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Critical,
            Subject = subject,
            Variant = refused ? "password" : fault.Variant.Length > 0 ? "down" : "",
            Since = faults[0].Since,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("unknown", faults.Count), new("apps", snapshot.All<Application>().Count())]),
            Evidence =
            [
                .. faults.Take(MostApplications).Select(found => found.Evidence),
                .. redis is null ? [] : new[] { redis.ReadyEvidence },
                .. fault.Fault is null ? [] : new[] { fault.Fault },
            ],
            Action = !refused && redis is not null && fault.Variant.Length == 0 ? "restart" : null,
            Command = refused ? $"kubectl -n {context.ArgoCdNamespace} get secret argocd-redis -o jsonpath='{{.metadata.creationTimestamp}}'"
                : fault.Variant.Length == 0 ? $"kubectl -n {subject.Namespace} rollout restart {subject.Kind.ToLowerInvariant()}/{subject.Name}"
                : $"kubectl -n {subject.Namespace} describe pods -l app.kubernetes.io/name={redis!.Workload.Metadata.Labels["app.kubernetes.io/name"] ?? subject.Name}",
            BlocksDelivery = true,
            Affected = [.. faults.Select(found => found.App.Ref)],
            Explains = [subject, .. redis is null ? [] : redis.Pods.Select(pod => pod.Ref)],
        };
    }
}
