using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Nodes;

namespace Bot.Core.Diagnosis.Rules.Nodes;

/// <summary>A node runs out of memory: the kubelet throws pods out.</summary>
internal sealed class MemoryPressureRule() : NodeConditionRule(RuleIds.NodeMemoryPressure, "MemoryPressure", Severity.Critical)
{
    protected override Evidence? AmountOf(Node node) => node.AllocatableMemory is { } memory ? new Evidence(node.Ref, "status.allocatable.memory", memory.Text) : null;
}
