using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Nodes;
using Bot.Core.Remediation;

namespace Bot.Core.Diagnosis.Rules.Nodes;

/// <summary>A node is not Ready: its kubelet no longer reports, or reports that it cannot run pods.</summary>
internal sealed class NotReadyRule : IDiagnosticRule
{
    private static readonly string[] Network = ["NetworkReady=false", "NetworkPluginNotReady", "cni plugin", "network plugin"];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.NodeNotReady, Severity.Critical, ["Node", "Pod"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var scope = new NodeScope(snapshot, context);
        foreach (var node in scope.Nodes)
        {
            if (node.ConditionOf("Ready") is { IsTrue: false } ready && context.IsOlder(ready.LastTransitionAt ?? node.HeartbeatAt, context.Thresholds.Nodes.Condition))
            {
                yield return Found(node, ready, scope);
            }
        }
    }

    /// <summary>True when the kubelet says that it waits for the network plugin.</summary>
    internal static bool IsNetwork(Condition? ready) => ready is { IsFalse: true } && Network.Any(word => ready.Message.Contains(word, StringComparison.OrdinalIgnoreCase));

    private Finding Found(Node node, Condition ready, NodeScope scope)
    {
        ImmutableArray<Pod> lost = [.. scope.LostOn(node, ready.LastTransitionAt).OrderBy(pod => pod.Namespace, StringComparer.Ordinal).ThenBy(pod => pod.Name, StringComparer.Ordinal)];
        var pods = scope.PodsOn(node).Count(pod => !pod.IsFinished);
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = Severity.Critical,
            Subject = node.Ref,
            Variant = ready.Status == "Unknown" ? "" : IsNetwork(ready) ? "network" : "reported",
            Since = ready.LastTransitionAt ?? node.HeartbeatAt,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("node", NodeScope.ShortName(node)), new("pods", pods), new("lost", lost.Length), new("reason", ready.Reason)]),
            Evidence =
            [
                new Evidence(node.Ref, "status.conditions[Ready]", $"{ready.Status}, {ready.Reason}: {ready.Message}") { At = ready.LastTransitionAt },
                .. node.HeartbeatAt is { } heartbeat ? [new Evidence(node.Ref, "status.conditions[Ready].lastHeartbeatTime", heartbeat.ToString("u", CultureInfo.InvariantCulture)) { At = heartbeat }] : Array.Empty<Evidence>(),
                new Evidence(node.Ref, "pods on it", string.Create(CultureInfo.InvariantCulture, $"{pods}, lost {lost.Length}")),
                .. lost.Take(1).Select(pod => new Evidence(pod.Ref, pod.IsBeingDeleted ? "metadata.deletionTimestamp" : "status.conditions[Ready]", pod.Metadata.DeletedAt?.ToString("u", CultureInfo.InvariantCulture) ?? pod.ConditionOf("Ready")?.Status ?? pod.Phase)),
            ],
            Action = node.Unschedulable ? null : ActionIds.Cordon,
            Command = node.Unschedulable ? $"kubectl describe node {node.Name}" : $"kubectl cordon {node.Name}",
            Affected = [.. scope.OwnersOf(lost), .. lost.Select(pod => pod.Ref)],
            Explains = [.. lost.Select(pod => pod.Ref)],
        };
    }
}
