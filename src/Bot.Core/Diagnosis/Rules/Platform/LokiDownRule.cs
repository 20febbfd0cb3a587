using Bot.Core.Diagnosis.Platform;

namespace Bot.Core.Diagnosis.Rules.Platform;

/// <summary>A part of Loki stands still: logs are not kept or cannot be searched.</summary>
internal sealed class LokiDownRule() : ComponentDownRule(RuleIds.MonLokiDown, Component.Loki, Severity.Warning);
