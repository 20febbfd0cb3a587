using Bot.Core.Diagnosis.Platform;

namespace Bot.Core.Diagnosis.Rules.Platform;

/// <summary>No Prometheus runs: no figures are kept and no alert will come.</summary>
internal sealed class PrometheusDownRule() : ComponentDownRule(RuleIds.MonPrometheusDown, Component.Prometheus, Severity.Critical);
