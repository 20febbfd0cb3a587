using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Platform;

namespace Bot.Core.Diagnosis.Rules.Platform;

/// <summary>The log collector does not run on some nodes that are well: their logs are missing from now on.</summary>
internal sealed class PromtailGapRule : IDiagnosticRule
{
    private const int MostNodes = 5;

    // Collectors of figures and traces use the same program.
    private static readonly string[] NotLogs = ["metrics", "profiles", "receiver", "traces"];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.MonPromtailGap, Severity.Warning, ["DaemonSet", "Pod", "Node"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var collector in snapshot.All<DaemonSet>())
        {
            if (collector.ReadyReplicas >= collector.Replicas || collector.IsBeingDeleted || Components.Of(collector) != Component.LogCollector || NotLogs.Any(word => collector.Name.Contains(word, StringComparison.Ordinal)))
            {
                continue;
            }

            var missing = snapshot.Pods.OwnedBy(collector.Ref)
                .Where(pod => !pod.IsReady && !pod.IsFinished && !pod.IsBeingDeleted && IsOnGoodNode(pod, snapshot, context))
                .Select(pod => (Pod: pod, Since: pod.ConditionOf("Ready")?.LastTransitionAt ?? pod.Metadata.CreatedAt))
                .Where(pair => context.IsOlder(pair.Since, context.Thresholds.Platform.LogGap))
                .OrderBy(pair => pair.Pod.Name, StringComparer.Ordinal)
                .ToList();
            if (missing.Count > 0)
            {
                yield return Found(collector, missing);
            }
        }
    }

    private Finding Found(DaemonSet collector, List<(Pod Pod, DateTimeOffset? Since)> missing)
    {
        var first = missing[0].Pod;
        var state = ComponentScope.StateOf(first);
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Warning,
            Subject = collector.Ref,
            Variant = collector.ReadyReplicas == 0 ? "all" : "",
            Since = missing.Min(pair => pair.Since),
            Facts = ImmutableDictionary.CreateRange<string, object>([new("missing", missing.Count), new("wanted", collector.Replicas), new("ready", collector.ReadyReplicas)]),
            Evidence =
            [
                new Evidence(collector.Ref, "status.numberReady", string.Create(CultureInfo.InvariantCulture, $"{collector.ReadyReplicas}/{collector.Replicas}")),
                new Evidence(collector.Ref, "nodes without logs", string.Join(", ", missing.Select(pair => pair.Pod.NodeName).Where(name => name.Length > 0).Distinct().Take(MostNodes))),
                new Evidence(first.Ref, state.Field, state.Value) { At = state.At },
            ],
            Command = $"kubectl -n {collector.Namespace} describe pod {first.Name}",
            Affected = [.. missing.Select(pair => pair.Pod.Ref)],
        };
    }

    private static bool IsOnGoodNode(Pod pod, ClusterSnapshot snapshot, DiagnosisContext context) =>
        snapshot.Find(new ObjectRef("Node", "", pod.NodeName)) is not Node node
        || (node.ConditionOf("Ready") is not { IsTrue: false } && !node.IsBeingDeleted && !(node.Metadata.CreatedAt is { } created && context.Now - created < context.Thresholds.Platform.LogGap));
}
