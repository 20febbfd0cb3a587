using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The node put the pod out because it ran short. A consequence while the node still is short, else a note.</summary>
internal sealed class EvictedRule : IDiagnosticRule
{
    private static readonly string[] Pressures = ["MemoryPressure", "DiskPressure", "PIDPressure"];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.PodEvicted, Severity.Info.To(Severity.Warning), ["Pod", "Node", "Event", "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Rollout"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        PodScope? scope = null;
        foreach (var pod in snapshot.Pods.Unwell)
        {
            if (pod is { Phase: "Failed", Reason: "Evicted" } && pod.Metadata.Controller?.Kind != "Job" && EvictedAt(pod, snapshot, context) is { } at && context.Now - at < context.Thresholds.Pods.EvictedWindow)
            {
                yield return Found(pod, at, scope ??= new PodScope(snapshot, context), snapshot);
            }
        }
    }

    private static DateTimeOffset? EvictedAt(Pod pod, ClusterSnapshot snapshot, DiagnosisContext context) =>
        pod.ConditionOf("DisruptionTarget")?.LastTransitionAt
        ?? snapshot.Events.Recent(pod, context.Now, context.Thresholds.Events).FirstOrDefault(item => item.Reason == "Evicted")?.LastAt
        ?? pod.Statuses.Max(status => status.State.FinishedAt)
        ?? pod.ConditionOf("Ready")?.LastTransitionAt
        ?? pod.StartedAt;

    private Finding Found(Pod pod, DateTimeOffset at, PodScope scope, ClusterSnapshot snapshot)
    {
        var node = snapshot.Find<Node>("Node", "", pod.NodeName);
        var pressure = node?.Conditions.FirstOrDefault(condition => (Pressures.Contains(condition.Type) && condition.IsTrue) || condition is { Type: "Ready", IsTrue: false });
        var isAlone = scope.OwnerOf(pod) == pod.Ref;
        var isShort = scope.ReadyOf(pod) is { } counts && counts.Ready < counts.Wanted;
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = isShort && pressure is not null ? Severity.Warning : Severity.Info,
            Subject = pod.Ref,
            Variant = isAlone ? "alone" : isShort ? "" : "replaced",
            Since = at,
            Facts = ImmutableDictionary<string, object>.Empty,
            Evidence =
            [
                new(pod.Ref, "status.message", pod.Message.Length > 0 ? pod.Message : pod.Reason) { At = at },
                .. pressure is null ? Array.Empty<Evidence>() : [new Evidence(node!.Ref, $"status.conditions[{pressure.Type}]", $"{pressure.Status} {pressure.Reason}") { At = pressure.LastTransitionAt }],
                .. scope.ReadyEvidence(pod),
            ],
            Action = isShort || isAlone ? null : "delete-pod",
            Command = isShort || isAlone ? $"kubectl describe node {pod.NodeName}" : $"kubectl -n {pod.Namespace} delete pod {pod.Name}",
            PointsTo = [new ObjectRef("Node", "", pod.NodeName)],
        };
    }
}
