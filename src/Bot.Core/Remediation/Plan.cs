using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Texts;

namespace Bot.Core.Remediation;

/// <summary>
/// What people approve: ordered steps under one approval. It stops at the first step that fails. Immutable; its <see cref="PlanHash"/>
/// covers the policy version and every request, precondition and target uid, so that an approval can never be carried over to another plan.
/// </summary>
public sealed record Plan
{
    /// <summary>The action that was asked for (its steps may have others).</summary>
    public required string Action { get; init; }

    public required string Cluster { get; init; }

    public string Environment { get; init; } = "";

    public required ObjectRef Target { get; init; }

    public required TextKey Title { get; init; }

    public required ImmutableArray<PlanStep> Steps { get; init; }

    /// <summary>Why: the finding it answers, or empty when a person asked without one.</summary>
    public string FindingId { get; init; } = "";

    public string Rule { get; init; } = "";

    /// <summary>What can go wrong, in one sentence.</summary>
    public required TextKey Risk { get; init; }

    /// <summary>How to take it back; says so when it cannot be.</summary>
    public required TextKey Undo { get; init; }

    public ImmutableArray<TextKey> Cautions { get; init; } = [];

    /// <summary>What must change in Git for a lasting mend, or null when nothing must.</summary>
    public TextKey? GitFollowUp { get; init; }

    /// <summary>True when the cluster differs from Git afterwards.</summary>
    public bool LeavesDrift { get; init; }

    public bool Reversible { get; init; } = true;

    /// <summary>What "healed" means for the person who asked.</summary>
    public required PlanGoal Goal { get; init; }

    public string PolicyVersion { get; init; } = "";

    /// <summary>The highest tier of the steps.</summary>
    public RiskTier Tier => Steps.Max(step => step.Tier);
}
