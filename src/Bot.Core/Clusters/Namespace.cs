using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Bot.Core.Clusters;

[SuppressMessage("Naming", "CA1724", Justification = "The Kubernetes kind")]
public sealed record Namespace : ClusterObject
{
    public override string Kind => "Namespace";

    /// <summary>Active or Terminating.</summary>
    public string Phase { get; init; } = "";

    /// <summary>When the label that asks Istio for sidecars was last written, where the API server says so.</summary>
    public DateTimeOffset? InjectionLabelledAt { get; init; }

    public ImmutableArray<Condition> Conditions { get; init; } = [];
}
