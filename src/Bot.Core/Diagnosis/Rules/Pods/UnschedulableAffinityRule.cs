using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>No node fits the pod's own rules: selector, affinity, anti-affinity or spread.</summary>
internal sealed class UnschedulableAffinityRule() : UnschedulableRule(RuleIds.PodUnschedulableAffinity, PodFault.NoNodeMatches)
{
    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => thresholds.NoNodeFits;

    protected override Finding Tell(PodCase found, PodCases cases) => Begin(found, cases) with
    {
        Variant = found.Reasons.Contains("anti-affinity", StringComparison.Ordinal) || found.Reasons.Contains("topology spread", StringComparison.Ordinal) ? "spread" : "",
        Evidence =
        [
            found.Told,
            new(found.Pod.Ref, "spec.nodeSelector", string.Join(", ", found.Pod.NodeSelector.Select(pair => $"{pair.Key}={pair.Value}"))),
            .. found.Pod.NodeSelector.Select(pair => LabelsOf(pair.Key, cases)).OfType<Evidence>(),
        ],
    };

    private static Evidence? LabelsOf(string key, PodCases cases)
    {
        var nodes = cases.Nodes;
        var values = nodes.Select(node => node.Metadata.Labels[key]).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        return nodes.IsEmpty ? null : new Evidence(nodes[0].Ref, $"metadata.labels[{key}] of {nodes.Length} nodes", values.Count == 0 ? "-" : string.Join(", ", values));
    }
}
