using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Nodes;

/// <summary>What the rules about a condition of the kubelet share: the condition is True for a minute on a node that is not being emptied.</summary>
internal abstract class NodeConditionRule(string id, string condition, Severity severity) : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(id, severity, ["Node", "Pod"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var scope = new NodeScope(snapshot, context);
        foreach (var node in scope.Nodes)
        {
            if (node.ConditionOf(condition) is { IsTrue: true } found && context.IsOlder(found.LastTransitionAt, context.Thresholds.Nodes.Condition) && !scope.IsDraining(node))
            {
                yield return Found(node, found, scope);
            }
        }
    }

    /// <summary>How much of the short good the node has, or null.</summary>
    protected virtual Evidence? AmountOf(Node node) => null;

    /// <summary>Objects whose findings this condition explains.</summary>
    protected virtual IEnumerable<ObjectRef> Explained(Node node, ImmutableArray<Pod> evicted) => evicted.Select(pod => pod.Ref);

    private Finding Found(Node node, Condition found, NodeScope scope)
    {
        ImmutableArray<Pod> evicted = [.. scope.EvictedFrom(node, found.LastTransitionAt).OrderBy(pod => pod.Name, StringComparer.Ordinal)];
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = severity,
            Subject = node.Ref,
            Since = found.LastTransitionAt,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("node", NodeScope.ShortName(node)), new("reason", found.Reason), new("evicted", evicted.Length), new("pods", scope.PodsOn(node).Count(pod => !pod.IsFinished))]),
            Evidence =
            [
                new Evidence(node.Ref, $"status.conditions[{condition}]", $"{found.Reason}: {found.Message}") { At = found.LastTransitionAt },
                .. AmountOf(node) is { } amount ? [amount] : Array.Empty<Evidence>(),
                .. evicted.Length == 0 ? [] : new[] { new Evidence(node.Ref, "pods evicted", evicted.Length.ToString(CultureInfo.InvariantCulture)) },
                .. evicted.Where(pod => pod.Message.Length > 0).Take(2).Select(pod => new Evidence(pod.Ref, "status.message", pod.Message)),
            ],
            Command = $"kubectl describe node {node.Name}",
            Affected = [.. scope.OwnersOf(evicted), .. evicted.Select(pod => pod.Ref)],
            Explains = [.. Explained(node, evicted)],
        };
    }
}
