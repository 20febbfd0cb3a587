using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>A node is being emptied and a PodDisruptionBudget lets none of its pods go. A budget of 0 without a drain harms nobody.</summary>
internal sealed class DrainBlockedRule : IDiagnosticRule
{
    private static readonly string[] Emptying = ["ToBeDeletedByClusterAutoscaler", "karpenter.sh/disrupted", "karpenter.sh/disruption"];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.PdbBlocksDrain, Severity.Warning, ["PodDisruptionBudget", "Node", "Pod", "Event"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var leaving = snapshot.All<Node>().Where(IsLeaving).ToList();
        if (leaving.Count == 0)
        {
            yield break;
        }

        var closed = snapshot.All<PodDisruptionBudget>().Where(budget => budget is { DisruptionsAllowed: 0, ExpectedPods: > 0, IsBeingDeleted: false, Selector: not null }).ToList();
        foreach (var node in leaving)
        {
            var pods = snapshot.All<Pod>().Where(pod => pod.NodeName == node.Name && Evictable(pod)).ToList();
            foreach (var budget in closed)
            {
                var held = pods.Where(pod => Guards(budget, pod)).ToList();
                if (held.Count > 0
                    && (Emptied(node) || Refused(held, snapshot, context) || pods.TrueForAll(pod => closed.Exists(other => Guards(other, pod))))
                    && context.IsOlder(Since(node, held, snapshot, context), context.Thresholds.Workloads.Drain))
                {
                    yield return Found(budget, node, held, Since(node, held, snapshot, context), snapshot);
                }
            }
        }
    }

    private static bool IsLeaving(Node node) => node.Unschedulable || Emptied(node);

    private static bool Emptied(Node node) => node.IsBeingDeleted || node.Taints.Any(taint => Emptying.Contains(taint.Key));

    private static bool Evictable(Pod pod) =>
        pod is { IsFinished: false, IsBeingDeleted: false } && pod.Metadata.Controller?.Kind != "DaemonSet" && !pod.Metadata.Annotations.Contains("kubernetes.io/config.mirror");

    private static bool Guards(PodDisruptionBudget budget, Pod pod) => budget.Namespace == pod.Namespace && budget.Selector!.Matches(pod.Metadata.Labels);

    private static Event? Refusal(List<Pod> held, ClusterSnapshot snapshot, DiagnosisContext context) => held
        .SelectMany(pod => snapshot.Events.Recent(pod, context.Now, context.Thresholds.Events))
        .FirstOrDefault(item => item.Message.Contains("disruption budget", StringComparison.OrdinalIgnoreCase));

    private static bool Refused(List<Pod> held, ClusterSnapshot snapshot, DiagnosisContext context) => Refusal(held, snapshot, context) is not null;

    // The controller notes when it put the taint of the cordon; a deletion has its own time, a refused eviction too.
    private static DateTimeOffset? Since(Node node, List<Pod> held, ClusterSnapshot snapshot, DiagnosisContext context) =>
        node.Metadata.DeletedAt ?? node.Taints.Min(taint => taint.AddedAt) ?? Refusal(held, snapshot, context)?.FirstAt;

    private Finding Found(PodDisruptionBudget budget, Node node, List<Pod> held, DateTimeOffset? since, ClusterSnapshot snapshot)
    {
        var sick = snapshot.Pods.In(budget.Namespace).Where(pod => pod is { IsFinished: false, IsReady: false } && Guards(budget, pod)).ToList();
        var dot = node.Name.IndexOf('.');
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Warning,
            Subject = budget.Ref,
            Variant = budget.CurrentHealthy < budget.DesiredHealthy ? "unhealthy" : "",
            Since = since,
            Facts = ImmutableDictionary.CreateRange<string, object>(
                [new("node", dot > 0 ? node.Name[..dot] : node.Name), new("healthy", budget.CurrentHealthy), new("needed", budget.DesiredHealthy), new("held", held.Count)]),
            Evidence =
            [
                new Evidence(budget.Ref, "status.disruptionsAllowed", $"0 (healthy {budget.CurrentHealthy}, needed {budget.DesiredHealthy}, expected {budget.ExpectedPods})"),
                new Evidence(node.Ref, node.IsBeingDeleted ? "metadata.deletionTimestamp" : "spec.taints", string.Join(", ", node.Taints.Select(taint => taint.Key))) { At = since },
                new Evidence(held[0].Ref, "spec.nodeName", node.Name),
                .. sick.Take(2).Select(WorkloadPods.Line),
            ],
            Command = $"kubectl -n {budget.Namespace} describe pdb {budget.Name}",
            Affected = [node.Ref, .. held.Select(pod => snapshot.Owners.TopOf(pod)).Distinct()],
            PointsTo = [.. sick.Select(pod => pod.Ref)],
        };
    }
}
