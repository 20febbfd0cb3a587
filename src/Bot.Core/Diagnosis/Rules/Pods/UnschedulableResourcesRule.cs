using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;
using Bot.Core.Texts;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>No node has room for what the pod asks for.</summary>
internal sealed partial class UnschedulableResourcesRule() : UnschedulableRule(RuleIds.PodUnschedulableResources, PodFault.NoRoom)
{
    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => thresholds.Unschedulable;

    protected override Finding Tell(PodCase found, PodCases cases)
    {
        var asked = Amounts(RoomOnNodes.CpuOf(found.Pod), RoomOnNodes.MemoryOf(found.Pod));
        var missing = Short().Matches(found.Words).Select(match => match.Groups["what"].Value).Distinct().ToList();
        var cordoned = cases.Nodes.Where(node => node.Unschedulable).Select(node => node.Name).ToList();
        var room = cases.LargestRoom;
        return Begin(found, cases) with
        {
            Variant = cordoned.Count > 0 ? "cordoned" : "",
            Facts = Facts(
                ("missing", missing.Count > 0 ? string.Join(", ", missing) : new TextKey(found.Reasons.Contains("free ports", StringComparison.Ordinal) ? "pod.host-ports" : "pod.volume-places")),
                ("asked", asked),
                ("cordoned", cordoned.Count)),
            Evidence =
            [
                found.Told,
                new(found.Pod.Ref, "spec.containers[*].resources.requests", asked),
                .. room is { } largest ? [new Evidence(largest.Node.Ref, "status.allocatable - requests", Amounts(largest.Cpu, largest.Memory))] : Array.Empty<Evidence>(),
                .. cordoned.Count > 0 ? [new Evidence(new ObjectRef("Node", "", cordoned[0]), "spec.unschedulable", $"true ({cordoned.Count})")] : Array.Empty<Evidence>(),
            ],
        };
    }

    private static string Amounts(decimal cpu, decimal memory) =>
        string.Create(CultureInfo.InvariantCulture, $"cpu {cpu:0.##}, memory {(memory < 1073741824 ? $"{memory / 1048576:0}Mi" : $"{memory / 1073741824:0.#}Gi")}");

    [GeneratedRegex(@"Insufficient (?<what>[a-z0-9./-]+[a-z0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Short();
}
