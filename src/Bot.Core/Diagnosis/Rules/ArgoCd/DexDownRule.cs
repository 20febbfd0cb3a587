using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>Dex does not run: nobody can log in through SSO.</summary>
internal sealed class DexDownRule() : ComponentDownRule(RuleIds.ArgoCdDexDown, ArgoCdComponent.Dex);
