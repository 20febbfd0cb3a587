namespace Bot.Core.Approval;

/// <summary>How far one step came. <c>State</c> is waiting, running, done, failed or unknown.</summary>
public sealed record StepProgress(int Number, StepState State, string Detail, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt);
