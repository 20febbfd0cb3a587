using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>No node has room for what the pod asks for.</summary>
internal sealed partial class UnschedulableResourcesRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.PodUnschedulableResources, Severity.Critical, ["Pod", "Node", "Event", "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Rollout"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var scope = new PodScope(snapshot, context);
        foreach (var pod in scope.Pods)
        {
            if (pod.ConditionOf("PodScheduled") is not { IsFalse: true, Reason: "Unschedulable" } condition
                || Short().Matches(condition.Message) is not { Count: > 0 } matches)
            {
                continue;
            }

            var since = condition.LastTransitionAt ?? pod.Metadata.CreatedAt;
            if (!context.IsOlder(since, context.Thresholds.Pods.Unschedulable) || HelpIsComing(pod, since, snapshot, context))
            {
                continue;
            }

            yield return Found(pod, condition, since, [.. matches.Select(match => match.Groups["what"].Value).Distinct()], scope, snapshot);
        }
    }

    private static bool HelpIsComing(Pod pod, DateTimeOffset? since, ClusterSnapshot snapshot, DiagnosisContext context) =>
        snapshot.Events.Recent(pod, context.Now, context.Thresholds.Pods.ScaleUp).Any(item => item.Reason is "TriggeredScaleUp" or "Nominated")
        || (pod.NominatedNodeName.Length > 0 && !context.IsOlder(since, context.Thresholds.Pods.ScaleUp));

    private Finding Found(Pod pod, Condition condition, DateTimeOffset? since, ImmutableArray<string> missing, PodScope scope, ClusterSnapshot snapshot)
    {
        var asked = Amounts(RoomOnNodes.CpuOf(pod), RoomOnNodes.MemoryOf(pod));
        var evidence = new List<Evidence>
        {
            new(pod.Ref, "status.conditions[PodScheduled].message", condition.Message) { At = condition.LastTransitionAt },
            new(pod.Ref, "spec.containers[*].resources.requests", asked),
        };
        if (RoomOnNodes.Largest(snapshot) is { } room)
        {
            evidence.Add(new Evidence(room.Node.Ref, "status.allocatable - requests", Amounts(room.Cpu, room.Memory)));
        }

        var cordoned = snapshot.All<Node>().Where(node => node.Unschedulable).Select(node => node.Name).Order(StringComparer.Ordinal).ToList();
        if (cordoned.Count > 0)
        {
            evidence.Add(new Evidence(new ObjectRef("Node", "", cordoned[0]), "spec.unschedulable", $"true ({cordoned.Count})"));
        }

        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = scope.SeverityOf(pod),
            Subject = pod.Ref,
            Variant = cordoned.Count > 0 ? "cordoned" : "",
            Since = since,
            Facts = ImmutableDictionary.CreateRange<string, object>(
                [new("missing", string.Join(", ", missing)), new("asked", asked), new("cordoned", cordoned.Count)]),
            Evidence = [.. evidence.Concat(scope.ReadyEvidence(pod))],
            Command = $"kubectl -n {pod.Namespace} describe pod {pod.Name}",
        };
    }

    private static string Amounts(decimal cpu, decimal memory) =>
        string.Create(CultureInfo.InvariantCulture, $"cpu {cpu:0.##}, memory {(memory < 1073741824 ? $"{memory / 1048576:0}Mi" : $"{memory / 1073741824:0.#}Gi")}");

    [GeneratedRegex(@"Insufficient (?<what>[a-z0-9./-]+[a-z0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Short();
}
