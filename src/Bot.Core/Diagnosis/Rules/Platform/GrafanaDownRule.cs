using Bot.Core.Diagnosis.Platform;

namespace Bot.Core.Diagnosis.Rules.Platform;

/// <summary>No Grafana runs: dashboards cannot be opened.</summary>
internal sealed class GrafanaDownRule() : ComponentDownRule(RuleIds.MonGrafanaDown, Component.Grafana, Severity.Warning);
