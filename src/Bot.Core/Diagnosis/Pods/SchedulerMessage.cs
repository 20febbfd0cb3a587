using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>
/// Reads the scheduler's sentence ("0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had untolerated taint {...}.") and decides which one reason speaks:
/// a claim that holds the whole pod back; then what can become well by itself or by one change on nodes that would take the pod (room, sick or cordoned nodes: the one
/// with more nodes, room where they are equal); then the zone of the volume; then rules of the pod against the nodes (labels or taints, the one with more nodes).
/// Nodes of a control plane count only when there are no others.
/// </summary>
public static partial class SchedulerMessage
{
    private static readonly string[] Sickness = ["node.kubernetes.io/", "node.cloudprovider.kubernetes.io/", "node.cilium.io/", "ebs.csi.aws.com/agent-not-ready", "node.eks.amazonaws.com/"];

    /// <summary>The fault and the words of the reasons that belong to it; null when the sentence names no reason that is known.</summary>
    public static (PodFault Fault, string Reasons, string Name)? Read(string message)
    {
        var start = message.IndexOf("are available:", StringComparison.Ordinal);
        var text = start < 0 ? message : message[(start + "are available:".Length)..];
        var end = text.IndexOf("preemption:", StringComparison.Ordinal);
        text = (end < 0 ? text : text[..end]).Trim();

        // One claim that is not bound stops the scheduler before it looks at any node.
        if (Claim().Match(text) is { Success: true } claim)
        {
            return (PodFault.ClaimNotBound, text.TrimEnd('.', ' '), claim.Groups["name"].Value);
        }

        var reasons = Reason().Matches(text).Select(match => new NodeReason(int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["what"].Value.TrimEnd('.', ' '))).ToList();
        var room = Best(reasons, PodFault.NoRoom, PodFault.TooManyPods);
        var sick = Best(reasons.Where(reason => reason.IsSick), PodFault.Tainted);
        var zone = Best(reasons, PodFault.WrongZone, PodFault.ClaimNotBound);
        var rules = Best(reasons.Where(reason => !reason.IsControlPlane), PodFault.NoNodeMatches, PodFault.Tainted) ?? Best(reasons, PodFault.Tainted);
        var chosen = room is not null && sick is not null ? (sick.Count > room.Count ? sick : room) : room ?? sick ?? zone ?? rules;
        return chosen is null ? null : (chosen.Fault!.Value, string.Join(", ", reasons.Where(reason => reason.Fault == chosen.Fault).Select(reason => $"{reason.Count} {reason.What}")), chosen.Name);
    }

    /// <summary>The reason with most nodes among these faults; the fault that is named first where they are equal.</summary>
    private static NodeReason? Best(IEnumerable<NodeReason> reasons, params PodFault[] faults) => reasons
        .Where(reason => reason.Fault is { } fault && faults.Contains(fault))
        .OrderByDescending(reason => reason.Count)
        .ThenBy(reason => Array.IndexOf(faults, reason.Fault!.Value))
        .FirstOrDefault();

    [GeneratedRegex(@"(?:^|, )(?<count>\d+) (?<what>.+?)(?=, \d+ |\. |\.?$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reason();

    [GeneratedRegex(@"unbound immediate PersistentVolumeClaims|persistentvolumeclaim ""(?<name>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Claim();

    [GeneratedRegex(@"taint(?:s|\(s\))? \{(?<key>[^:=}\s]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TaintKey();

    private sealed record NodeReason(int Count, string What)
    {
        public string Name { get; } = TaintKey().Match(What).Groups["key"].Value;

        public PodFault? Fault =>
            What.StartsWith("Insufficient ", StringComparison.Ordinal) || Has("exceed max volume count") || Has("free ports") ? PodFault.NoRoom
            : Has("Too many pods") ? PodFault.TooManyPods
            : Has("taint") || Has("were unschedulable") ? PodFault.Tainted
            : Has("volume node affinity conflict") || Has("no available volume zone") ? PodFault.WrongZone
            : Has("persistent volumes to bind") ? PodFault.ClaimNotBound
            : Has("affinity") || Has("selector") || Has("topology spread") ? PodFault.NoNodeMatches
            : null;

        public bool IsSick => Fault == PodFault.Tainted && (Has("were unschedulable") || Sickness.Any(prefix => Name.StartsWith(prefix, StringComparison.Ordinal)));

        public bool IsControlPlane => Name is "node-role.kubernetes.io/control-plane" or "node-role.kubernetes.io/master";

        private bool Has(string words) => What.Contains(words, StringComparison.Ordinal);
    }
}
