using Bot.Core.Diagnosis.Platform;

namespace Bot.Core.Diagnosis.Rules.Platform;

/// <summary>The Prometheus operator stands still: new targets and alert rules are not taken over.</summary>
internal sealed class OperatorDownRule() : ComponentDownRule(RuleIds.MonOperatorDown, Component.PrometheusOperator, Severity.Warning);
