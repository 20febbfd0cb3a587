using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>The ApplicationSet controller does not run: generated Applications are neither made, changed nor removed.</summary>
internal sealed class ApplicationSetControllerDownRule() : ComponentDownRule(RuleIds.ArgoCdApplicationSetControllerDown, ArgoCdComponent.ApplicationSets);
