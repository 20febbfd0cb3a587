using Bot.Core.Texts;

namespace Bot.Core.Remediation;

/// <summary>Where a goal stands. <c>Detail</c> says what is missing or why it will not come.</summary>
public sealed record GoalState(GoalProgress Progress, TextKey? Detail = null);
