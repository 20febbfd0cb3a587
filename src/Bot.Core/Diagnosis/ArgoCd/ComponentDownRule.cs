using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>
/// A component of Argo CD without which Applications are still compared and synced has nothing ready. No Application suffers, so a fault of its
/// pods is the cause and this says what is missing meanwhile. A component that is scaled to zero is switched off, not down.
/// </summary>
internal abstract class ComponentDownRule(string id, string component) : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(id, Severity.Critical, ["Deployment", "Pod", "ReplicaSet"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        if (ArgoCdComponent.Find(component, snapshot, context) is not { IsDown: true } found || !context.IsOlder(found.DownSince, context.Thresholds.ArgoCd.Component))
        {
            yield break;
        }

        var (variant, fault, _) = found.Fault();
        yield return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Critical,
            Subject = found.Ref,
            Variant = variant.Length > 0 ? "pods" : "",
            Since = found.DownSince,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("ready", $"{found.Workload.ReadyReplicas}/{found.Workload.Replicas}")]),
            Evidence = [found.ReadyEvidence, .. fault is null ? [] : new[] { fault }],
            Action = variant.Length > 0 ? null : "restart",
            Command = variant.Length > 0
                ? $"kubectl -n {found.Ref.Namespace} describe pods -l app.kubernetes.io/name={component}"
                : $"kubectl -n {found.Ref.Namespace} rollout restart {found.Ref.Kind.ToLowerInvariant()}/{found.Ref.Name}",
            PointsTo = [.. found.Pods.Select(pod => pod.Ref)],
        };
    }
}
