using Bot.Core.Diagnosis.Platform;

namespace Bot.Core.Diagnosis.Rules.Platform;

/// <summary>No Alertmanager runs: alerts fire and nobody is told.</summary>
internal sealed class AlertmanagerDownRule() : ComponentDownRule(RuleIds.MonAlertmanagerDown, Component.Alertmanager, Severity.Critical);
