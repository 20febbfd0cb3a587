using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>The notifications controller does not run: Argo CD tells nobody anything, and what it would have told is lost.</summary>
internal sealed class NotificationsControllerDownRule() : ComponentDownRule(RuleIds.ArgoCdNotificationsControllerDown, ArgoCdComponent.Notifications);
