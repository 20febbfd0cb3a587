namespace Bot.Core.Clusters;

/// <summary>An Istio AuthorizationPolicy. With action ALLOW and no rules it admits nobody.</summary>
public sealed record AuthorizationPolicy : ClusterObject
{
    public override string Kind => "AuthorizationPolicy";

    /// <summary>Null when it covers its whole namespace.</summary>
    public LabelSelector? Selector { get; init; }

    /// <summary>ALLOW (the default), DENY, AUDIT or CUSTOM.</summary>
    public string Action { get; init; } = "ALLOW";

    public int RuleCount { get; init; }

    /// <summary>True when it is bound to Gateways, Services or waypoints instead of pods.</summary>
    public bool HasTargets { get; init; }
}
