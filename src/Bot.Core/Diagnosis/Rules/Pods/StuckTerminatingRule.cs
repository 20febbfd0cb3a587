using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>A pod is still there long after its grace period: a finalizer, a dead node, or a container or volume that does not let go.</summary>
internal sealed class StuckTerminatingRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.PodStuckTerminating, Severity.Warning, ["Pod", "Node", "Event"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var pod in snapshot.Pods.Unwell)
        {
            if (pod.Metadata.DeletedAt is { } end && context.Now - end >= context.Thresholds.Pods.StuckTerminating && pod.Metadata.Controller?.Kind != "Job")
            {
                yield return Found(pod, end, snapshot, context);
            }
        }
    }

    private Finding Found(Pod pod, DateTimeOffset end, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var nodeRef = new ObjectRef("Node", "", pod.NodeName);
        var ready = (snapshot.Find(nodeRef) as Node)?.Conditions.FirstOrDefault(condition => condition.Type == "Ready");
        var isNodeGone = pod.NodeName.Length > 0 && snapshot.PresenceOf(nodeRef) == Presence.Absent;
        var isNodeDead = isNodeGone || ready is { IsTrue: false };
        var running = pod.Statuses.Where(status => status.State.Phase == ContainerPhase.Running).Select(status => status.Name).ToList();
        var variant = !pod.Metadata.Finalizers.IsEmpty ? "finalizer" : isNodeDead ? "node" : "";
        var told = snapshot.Events.Recent(pod, context.Now, context.Thresholds.Events).FirstOrDefault(item => item.Reason is "FailedKillPod" or "FailedUnmount" or "FailedUnMount");
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Warning,
            Subject = pod.Ref,
            Variant = variant,
            Since = end,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("finalizers", pod.Metadata.Finalizers.Length), new("running", running.Count)]),
            Evidence =
            [
                new(pod.Ref, "metadata.deletionTimestamp", $"{end:yyyy-MM-ddTHH:mm:ssZ}"),
                .. variant == "finalizer" ? [new Evidence(pod.Ref, "metadata.finalizers", string.Join(", ", pod.Metadata.Finalizers))] : Array.Empty<Evidence>(),
                .. isNodeGone ? [new Evidence(nodeRef, "exists", "false")] : ready is not null ? [new Evidence(nodeRef, "status.conditions[Ready]", $"{ready.Status} {ready.Reason}".TrimEnd()) { At = ready.LastTransitionAt }] : Array.Empty<Evidence>(),
                .. running.Count > 0 ? [new Evidence(pod.Ref, "containers still running", string.Join(", ", running))] : Array.Empty<Evidence>(),
                .. told is null ? Array.Empty<Evidence>() : [new Evidence(pod.Ref, $"event {told.Reason}", told.Message) { At = told.LastAt }],
            ],
            Action = variant == "finalizer" ? "remove-finalizer" : "force-delete-pod",
            Command = variant == "finalizer"
                ? $"kubectl -n {pod.Namespace} get pod {pod.Name} -o jsonpath='{{.metadata.finalizers}}'"
                : $"kubectl -n {pod.Namespace} delete pod {pod.Name} --grace-period=0 --force",
            PointsTo = isNodeDead ? [nodeRef] : [],
        };
    }
}
