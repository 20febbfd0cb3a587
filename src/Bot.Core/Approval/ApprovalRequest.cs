using System.Collections.Immutable;
using Bot.Core.Remediation;
using Bot.Core.Texts;

namespace Bot.Core.Approval;

/// <summary>A plan that waits for people, runs, or is over. Immutable; every change is a new version saved with its audit records.</summary>
public sealed record ApprovalRequest
{
    /// <summary>128 random bits as 26 characters of lower-case base32: nothing in it can be guessed or parsed.</summary>
    public required string Id { get; init; }

    /// <summary>Grows with every change; the store refuses a save that is based on an older one.</summary>
    public long Version { get; init; }

    public required Plan Plan { get; init; }

    public required string PlanHash { get; init; }

    public required Actor Requester { get; init; }

    public string Reason { get; init; } = "";

    public ApprovalState State { get; init; } = ApprovalState.Pending;

    public ImmutableArray<Vote> Votes { get; init; } = [];

    public ImmutableArray<StepProgress> Steps { get; init; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What came of it, or why it stands still.</summary>
    public TextKey? Outcome { get; init; }

    public bool IsFinal => State is not (ApprovalState.Pending or ApprovalState.Approved or ApprovalState.Executing);
}
