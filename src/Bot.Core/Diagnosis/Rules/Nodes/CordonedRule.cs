using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Nodes;
using Bot.Core.Remediation;

namespace Bot.Core.Diagnosis.Rules.Nodes;

/// <summary>A node has been cordoned for a day: somebody forgot it. Where nothing tells since when, it is a note.</summary>
internal sealed class CordonedRule : IDiagnosticRule
{
    private const string Taint = "node.kubernetes.io/unschedulable";

    public RuleDescriptor Descriptor { get; } = new(RuleIds.NodeCordoned, Severity.Info.To(Severity.Warning), ["Node", "Pod"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var scope = new NodeScope(snapshot, context);
        foreach (var node in scope.Nodes)
        {
            if (!node.Unschedulable)
            {
                continue;
            }

            // Never cordoned longer than it exists; its age alone proves nothing.
            var since = node.Taints.FirstOrDefault(taint => taint.Key == Taint)?.AddedAt;
            if (context.IsOlder(since ?? node.Metadata.CreatedAt, context.Thresholds.Nodes.Cordoned))
            {
                yield return Found(node, since, scope);
            }
        }
    }

    private Finding Found(Node node, DateTimeOffset? since, NodeScope scope)
    {
        var pods = scope.PodsOn(node).Count(pod => !pod.IsFinished);
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = since is null ? Severity.Info : Severity.Warning,
            Subject = node.Ref,
            Since = since,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("node", NodeScope.ShortName(node)), new("pods", pods)]),
            Evidence =
            [
                new Evidence(node.Ref, "spec.unschedulable", "true") { At = since },
                new Evidence(node.Ref, "pods on it", pods.ToString(CultureInfo.InvariantCulture)),
                .. node.Taints.Where(taint => taint.Key != Taint).Take(2).Select(taint => new Evidence(node.Ref, "spec.taints", $"{taint.Key}={taint.Value}:{taint.Effect}") { At = taint.AddedAt }),
            ],
            Action = ActionIds.Uncordon,
            Command = $"kubectl uncordon {node.Name}",
        };
    }
}
