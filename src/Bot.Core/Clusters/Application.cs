using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>An Argo CD Application: status, spec and requested operation, all in one object (it has no status subresource).</summary>
public sealed record Application : ClusterObject
{
    public override string Kind => "Application";

    public string Project { get; init; } = "";

    /// <summary><c>spec.sources</c> when it is not empty, else the single <c>spec.source</c> (or the sync source of a hydrator).</summary>
    public ImmutableArray<ApplicationSource> Sources { get; init; } = [];

    public ApplicationDestination Destination { get; init; } = new("", "", "");

    /// <summary>Null when <c>syncPolicy.automated</c> is absent.</summary>
    public AutomatedSync? Automated { get; init; }

    public SyncRetry? Retry { get; init; }

    public ImmutableArray<string> SyncOptions { get; init; } = [];

    /// <summary>The top-level <c>operation</c>: requested or in progress; pinned to its revision.</summary>
    public RequestedOperation? Operation { get; init; }

    /// <summary>Synced, OutOfSync, Unknown, or empty when never compared.</summary>
    public string SyncStatus { get; init; } = "";

    /// <summary>The last compared revision (not the last synced one).</summary>
    public string SyncRevision { get; init; } = "";

    public ImmutableArray<string> SyncRevisions { get; init; } = [];

    public string HealthStatus { get; init; } = "";

    /// <summary><c>status.health.lastTransitionTime</c>.</summary>
    public DateTimeOffset? HealthSince { get; init; }

    public OperationState? OperationState { get; init; }

    public ImmutableArray<ApplicationCondition> Conditions { get; init; } = [];

    public ImmutableArray<ApplicationResource> Resources { get; init; } = [];

    public ImmutableArray<ApplicationHistory> History { get; init; } = [];

    public DateTimeOffset? ReconciledAt { get; init; }

    /// <summary><c>appTree</c> since Argo CD 3.0: resources carry no health.</summary>
    public string ResourceHealthSource { get; init; } = "";

    public ImmutableArray<string> Images { get; init; } = [];

    /// <summary>Automated iff the block is there and not switched off.</summary>
    public bool IsAutomated => Automated is { Enabled: true };

    /// <summary>True when the live object was put on <c>skip-reconcile</c>.</summary>
    public bool IsFrozen => Metadata.Annotations["argocd.argoproj.io/skip-reconcile"] == "true";

    public ApplicationCondition? ConditionOf(string type) => Conditions.FirstOrDefault(condition => condition.Type == type);
}
