using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>The server of Argo CD (web page, API, command line, Git webhooks) does not run; syncs go on.</summary>
internal sealed class ServerDownRule() : ComponentDownRule(RuleIds.ArgoCdServerDown, ArgoCdComponent.Server);
