using System.Collections.Immutable;

namespace Bot.Core.Clusters;

public sealed record PersistentVolume : ClusterObject
{
    public override string Kind => "PersistentVolume";

    public string Phase { get; init; } = "";

    /// <summary>Why it is in this phase; the controller fills it for Failed.</summary>
    public string Reason { get; init; } = "";

    public string Message { get; init; } = "";

    /// <summary>Since when it is in this phase; servers before 1.28 do not say.</summary>
    public DateTimeOffset? PhaseSince { get; init; }

    public string StorageClassName { get; init; } = "";

    public string ReclaimPolicy { get; init; } = "";

    public Quantity? Capacity { get; init; }

    /// <summary>Zones that <c>nodeAffinity</c> binds it to; empty when it may be anywhere.</summary>
    public ImmutableArray<string> Zones { get; init; } = [];

    public string ClaimNamespace { get; init; } = "";

    public string ClaimName { get; init; } = "";
}
