using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Nodes;
using Bot.Core.Remediation;

namespace Bot.Core.Diagnosis.Rules.Nodes;

/// <summary>An agent on the node reports a fault of its kernel, disk, runtime or hardware. What was set at its start and left standing while the node works is a note.</summary>
internal sealed class CustomConditionRule : IDiagnosticRule
{
    public RuleDescriptor Descriptor { get; } = new(RuleIds.NodeCustomCondition, Severity.Info.To(Severity.Warning), ["Node"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var node in new NodeScope(snapshot, context).Nodes)
        {
            foreach (var condition in node.Conditions)
            {
                if (AgentConditions.IsBad(condition.Type, condition.Status) && context.IsOlder(condition.LastTransitionAt, context.Thresholds.Nodes.CustomCondition))
                {
                    yield return Found(node, condition, context);
                }
            }
        }
    }

    private Finding Found(Node node, Condition condition, DiagnosisContext context)
    {
        var ready = node.ConditionOf("Ready");
        var latched = AgentConditions.Latches(condition.Type)
            && ready is { IsTrue: true }
            && new[] { node.Metadata.CreatedAt, ready.LastTransitionAt }.Any(start => condition.LastTransitionAt - start is { } after && after.Duration() <= context.Thresholds.Nodes.AfterStart);
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = latched ? Severity.Info : Severity.Warning,
            Subject = node.Ref,
            Variant = latched ? "latched" : "",
            Since = condition.LastTransitionAt,
            Facts = ImmutableDictionary.CreateRange<string, object>([new("node", NodeScope.ShortName(node)), new("condition", condition.Type), new("reason", condition.Reason)]),
            Evidence =
            [
                new Evidence(node.Ref, $"status.conditions[{condition.Type}]", $"{condition.Status}, {condition.Reason}: {condition.Message}") { At = condition.LastTransitionAt },
                .. ready is null ? [] : new[] { new Evidence(node.Ref, "status.conditions[Ready]", $"{ready.Status}, {ready.Reason}") { At = ready.LastTransitionAt } },
            ],
            Action = latched || node.Unschedulable ? null : ActionIds.Cordon,
            Command = latched || node.Unschedulable ? $"kubectl describe node {node.Name}" : $"kubectl cordon {node.Name}",
        };
    }
}
