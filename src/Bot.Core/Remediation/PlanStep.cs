using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Texts;

namespace Bot.Core.Remediation;

/// <summary>One step of a plan: exact request, what must still be so before it, how its success is seen.</summary>
public sealed record PlanStep
{
    /// <summary>An id of <see cref="ActionIds"/>.</summary>
    public required string Action { get; init; }

    public required RiskTier Tier { get; init; }

    public required TextKey Title { get; init; }

    public required ObjectRef Target { get; init; }

    /// <summary>The uid seen when the plan was made: another object of that name is never touched.</summary>
    public required string Uid { get; init; }

    public ImmutableArray<Precondition> Preconditions { get; init; } = [];

    public required ClusterRequest Request { get; init; }

    public ImmutableArray<DiffLine> Diff { get; init; } = [];

    /// <summary>What the target must show afterwards.</summary>
    public ImmutableArray<FieldExpectation> Expect { get; init; } = [];

    /// <summary>How long the effect may take.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The equivalent kubectl command.</summary>
    public required string Command { get; init; }
}
