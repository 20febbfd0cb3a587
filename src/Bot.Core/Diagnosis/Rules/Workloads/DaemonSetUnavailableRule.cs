using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>A DaemonSet's pod is not ready on a node that is itself well and not new.</summary>
internal sealed class DaemonSetUnavailableRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.DsUnavailable, Severity.Warning, ["DaemonSet", "Pod", "Node", "Event"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var set in snapshot.All<DaemonSet>())
        {
            if (set.Unavailable == 0 || set.Replicas == 0 || set.IsBeingDeleted)
            {
                continue;
            }

            var minimum = context.Thresholds.Workloads.NotReady;
            var pods = WorkloadPods.NotReady(snapshot, set.Ref, context)
                .Where(pod => context.IsOlder(WorkloadPods.Since(pod), minimum) && !IsExcused(pod.NodeName, snapshot, context))
                .ToList();
            var refused = snapshot.Events.Recent(set, context.Now, context.Thresholds.Events).FirstOrDefault(item => item.Reason == "FailedCreate" && context.IsOlder(item.FirstAt, minimum));
            if (pods.Count > 0 || refused is not null)
            {
                yield return Found(set, pods, refused);
            }
        }
    }

    private static bool IsExcused(string node, ClusterSnapshot snapshot, DiagnosisContext context) =>
        snapshot.Find<Node>("Node", "", node) is { } found
        && (found.IsBeingDeleted
            || found.Conditions.Any(condition => condition is { Type: "Ready", IsTrue: false })
            || !context.IsOlder(found.Metadata.CreatedAt, context.Thresholds.Workloads.NotReady));

    private Finding Found(DaemonSet set, List<Pod> pods, Event? refused)
    {
        var nodes = pods.Select(pod => pod.NodeName).Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Warning,
            Subject = set.Ref,
            Variant = nodes.Count == 0 ? "unplaced" : "",
            Since = pods.Count > 0 ? pods.Min(WorkloadPods.Since) : refused!.FirstAt,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("ready", set.ReadyReplicas), new("wanted", set.Replicas), new("missing", pods.Count > 0 ? pods.Count : set.Unavailable)]),
            Evidence =
            [
                new Evidence(set.Ref, "status.numberUnavailable", $"{set.Unavailable}/{set.Replicas}"),
                .. nodes.Count > 0 ? [new Evidence(set.Ref, "nodes", string.Join(", ", nodes))] : Array.Empty<Evidence>(),
                .. refused is null ? Array.Empty<Evidence>() : [new Evidence(set.Ref, "event FailedCreate", refused.Message) { At = refused.LastAt }],
                .. pods.Take(2).Select(WorkloadPods.Line),
            ],
            Command = pods.Count > 0 ? $"kubectl -n {set.Namespace} describe pod {pods[0].Name}" : $"kubectl -n {set.Namespace} describe daemonset {set.Name}",
            PointsTo = pods.Count > 0 ? [.. pods.Select(pod => pod.Ref)] : [set.Ref],
        };
    }
}
