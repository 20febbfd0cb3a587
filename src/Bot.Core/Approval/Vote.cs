namespace Bot.Core.Approval;

/// <summary>A vote for exactly one plan hash.</summary>
public sealed record Vote(string Person, string DisplayName, bool Approves, string PlanHash, string Reason, DateTimeOffset At);
