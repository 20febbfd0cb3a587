using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Workloads;

namespace Bot.Core.Diagnosis.Rules.Workloads;

/// <summary>A StatefulSet lacks ready pods. With OrderedReady the lowest one that is not ready holds back all above it.</summary>
internal sealed partial class StatefulSetNotReadyRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.StsNotReady, Severity.Warning.To(Severity.Critical), ["StatefulSet", "Pod", "Event"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var set in snapshot.All<StatefulSet>())
        {
            if (set.ReadyReplicas >= set.Replicas || set.IsBeingDeleted || !snapshot.ReadingOf("Pod").IsCompleteFor(set.Namespace))
            {
                continue;
            }

            var pods = snapshot.Pods.OwnedBy(set.Ref).ToList();
            var (ordinal, pod) = FirstBlocking(set, pods);
            var since = pod is null ? MissingSince(set, pods, snapshot, context) : WorkloadPods.Since(pod);
            if (ordinal is { } number && context.IsOlder(since, context.Thresholds.Workloads.NotReady))
            {
                yield return Found(set, number, pod, since, WorkloadPods.NotReady(snapshot, set.Ref, context));
            }
        }
    }

    private static (int? Ordinal, Pod? Pod) FirstBlocking(StatefulSet set, List<Pod> pods)
    {
        var byOrdinal = new Dictionary<int, Pod>();
        foreach (var pod in pods)
        {
            if (Ordinals.Of(pod, set) is { } ordinal)
            {
                byOrdinal.TryAdd(ordinal, pod);
            }
        }

        // A set may begin to count elsewhere than at zero.
        var start = byOrdinal.Count > 0 && !byOrdinal.ContainsKey(0) && byOrdinal.Count >= set.Replicas ? byOrdinal.Keys.Min() : 0;
        for (var ordinal = start; ordinal < start + set.Replicas; ordinal++)
        {
            if (!byOrdinal.TryGetValue(ordinal, out var pod))
            {
                return (ordinal, null);
            }

            if (!pod.IsReady)
            {
                return (ordinal, pod);
            }
        }

        return (null, null);
    }

    // Since a pod was refused; else since the pod below it became ready, for then it should have been made.
    private static DateTimeOffset? MissingSince(StatefulSet set, List<Pod> pods, ClusterSnapshot snapshot, DiagnosisContext context) =>
        snapshot.Events.Recent(set, context.Now, context.Thresholds.Events).Where(item => item.Reason == "FailedCreate").Min(item => item.FirstAt)
        ?? pods.Max(pod => pod.ConditionOf("Ready")?.LastTransitionAt)
        ?? set.Metadata.CreatedAt;

    private Finding Found(StatefulSet set, int ordinal, Pod? pod, DateTimeOffset? since, List<Pod> notReady)
    {
        var database = set.Template?.Containers.Any(container => Database().IsMatch(container.Image)) == true;
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = database ? Severity.Critical : WorkloadLevel.Of(set),
            Subject = set.Ref,
            Variant = pod is null ? "missing" : Ordinals.IsOrdered(set) ? "" : "parallel",
            Since = since,
            Facts = ImmutableDictionary.CreateRange<string, object>(
                [new("ready", set.ReadyReplicas), new("wanted", set.Replicas), new("ordinal", ordinal), new("pod", $"{set.Name}-{ordinal}"), new("state", pod is null ? "" : WorkloadPods.Words(pod))]),
            Evidence =
            [
                WorkloadLevel.Ready(set),
                pod is null ? new Evidence(new ObjectRef("Pod", set.Namespace, $"{set.Name}-{ordinal}"), "metadata", "not there") : WorkloadPods.Line(pod),
                new Evidence(set.Ref, "spec.podManagementPolicy", Ordinals.IsOrdered(set) ? "OrderedReady" : set.PodManagementPolicy),
                .. notReady.Where(other => other != pod).Take(1).Select(WorkloadPods.Line),
            ],
            Command = pod is null ? $"kubectl -n {set.Namespace} describe statefulset {set.Name}" : $"kubectl -n {set.Namespace} describe pod {pod.Name}",
            PointsTo = pod is null ? [set.Ref] : [pod.Ref, .. notReady.Where(other => other != pod).Select(other => other.Ref)],
        };
    }

    [GeneratedRegex(@"(^|/)(bitnami/)?(postgres|pgvector|timescale|spilo|mysql|mariadb|percona|mongo|cassandra|cockroach|mssql|oracle)[a-z0-9-]*([:@/]|$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Database();
}
