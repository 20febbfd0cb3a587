using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>Which traffic the pods that it selects may take and make. What no policy selects is open; what one selects takes only what some policy admits.</summary>
public sealed record NetworkPolicy : ClusterObject
{
    public override string Kind => "NetworkPolicy";

    /// <summary>The pods of its namespace that it isolates; an empty selector takes all of them.</summary>
    public LabelSelector? PodSelector { get; init; }

    public bool LimitsIngress { get; init; }

    public bool LimitsEgress { get; init; }

    public ImmutableArray<NetworkPolicyRule> Ingress { get; init; } = [];

    public ImmutableArray<NetworkPolicyRule> Egress { get; init; } = [];

    /// <summary>True when it selects the pod; a policy without a readable selector takes none.</summary>
    public bool Selects(Pod pod) => pod.Namespace == Namespace && PodSelector is { } selector && selector.Matches(pod.Metadata.Labels);
}
