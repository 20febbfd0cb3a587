using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>A sync that was asked for. <c>HasSync</c> is false for an operation of another sort.</summary>
public sealed record RequestedOperation
{
    public bool HasSync { get; init; }

    public string Revision { get; init; } = "";

    public ImmutableArray<string> Revisions { get; init; } = [];

    public bool Prune { get; init; }

    public bool DryRun { get; init; }

    public bool IsPartial { get; init; }

    public string InitiatedBy { get; init; } = "";

    public bool Automated { get; init; }

    public SyncRetry? Retry { get; init; }

    public ImmutableArray<string> SyncOptions { get; init; } = [];

    /// <summary>The how manieth attempt of selfHeal in a row this is (<c>autoHealAttemptsCount</c>, Argo CD 2.13 and later).</summary>
    public long SelfHealAttempts { get; init; }
}
