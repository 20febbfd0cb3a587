using Bot.Core.Diagnosis.Nodes;

namespace Bot.Core.Diagnosis.Rules.Nodes;

/// <summary>A node runs out of process ids.</summary>
internal sealed class PidPressureRule() : NodeConditionRule(RuleIds.NodePidPressure, "PIDPressure", Severity.Warning);
