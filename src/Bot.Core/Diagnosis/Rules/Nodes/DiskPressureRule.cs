using Bot.Core.Diagnosis.Nodes;

namespace Bot.Core.Diagnosis.Rules.Nodes;

/// <summary>A node runs out of disk: the kubelet deletes images and throws pods out.</summary>
internal sealed class DiskPressureRule() : NodeConditionRule(RuleIds.NodeDiskPressure, "DiskPressure", Severity.Critical);
