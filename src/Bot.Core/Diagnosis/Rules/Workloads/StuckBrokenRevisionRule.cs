using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>
/// The template of a StatefulSet is mended, but the pod of the broken revision stays: OrderedReady waits for it to become ready before it replaces anything.
/// Its pod's own fault is then a thing of the past.
/// </summary>
internal sealed class StuckBrokenRevisionRule : IDiagnosticRule
{
    private const string Hash = "controller-revision-hash";

    public RuleDescriptor Descriptor { get; } = new(RuleIds.StsStuckBrokenRevision, Severity.Warning.To(Severity.Critical), ["StatefulSet", "Pod"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var set in snapshot.All<StatefulSet>())
        {
            if (set.ReadyReplicas >= set.Replicas || set.IsBeingDeleted || set.UpdateStrategy == "OnDelete" || set.UpdateRevision.Length == 0 || !Ordinals.IsOrdered(set))
            {
                continue;
            }

            foreach (var pod in WorkloadPods.NotReady(snapshot, set.Ref, context))
            {
                if (pod.Metadata.Labels[Hash] is { Length: > 0 } hash
                    && hash != set.UpdateRevision
                    && !pod.IsBeingDeleted
                    && Ordinals.Of(pod, set) is { } ordinal && ordinal >= set.Partition
                    && context.IsOlder(WorkloadPods.Since(pod), context.Thresholds.Workloads.NotReady))
                {
                    yield return Found(set, pod, hash);
                    break;
                }
            }
        }
    }

    private Finding Found(StatefulSet set, Pod pod, string hash) => new()
    {
        Rule = Descriptor.Id,
        Severity = WorkloadLevel.Of(set),
        Subject = set.Ref,
        Since = WorkloadPods.Since(pod),
        Facts = ImmutableDictionary.CreateRange<string, object>([new("ready", set.ReadyReplicas), new("wanted", set.Replicas), new("pod", pod.Name), new("state", WorkloadPods.Words(pod))]),
        Evidence =
        [
            new Evidence(pod.Ref, $"metadata.labels[{Hash}]", hash),
            new Evidence(set.Ref, "status.updateRevision", set.UpdateRevision),
            WorkloadPods.Line(pod),
            WorkloadLevel.Ready(set),
        ],
        Action = "delete-pod",
        Command = $"kubectl -n {pod.Namespace} delete pod {pod.Name}",
        Affected = [pod.Ref],
        Explains = [pod.Ref],
    };
}
