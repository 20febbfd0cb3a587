using System.Collections.Immutable;

namespace Bot.Core.Clusters;

public sealed record Job : ClusterObject
{
    public override string Kind => "Job";

    public int Active { get; init; }

    public int Succeeded { get; init; }

    public int Failed { get; init; }

    /// <summary>6 when the manifest says nothing.</summary>
    public int BackoffLimit { get; init; } = 6;

    public long? ActiveDeadlineSeconds { get; init; }

    public int? TtlSecondsAfterFinished { get; init; }

    public bool Suspended { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public PodTemplate? Template { get; init; }

    public ImmutableArray<Condition> Conditions { get; init; } = [];

    public bool IsComplete => Conditions.Any(condition => condition is { Type: "Complete" or "SuccessCriteriaMet", Status: "True" });

    public bool IsFailed => Conditions.Any(condition => condition is { Type: "Failed", Status: "True" });
}
