using System.Collections.Immutable;

namespace Bot.Core.Clusters;

public sealed record Pod : ClusterObject
{
    public override string Kind => "Pod";

    /// <summary>Pending, Running, Succeeded, Failed or Unknown. A crash-looping pod is Running.</summary>
    public string Phase { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Message { get; init; } = "";

    public string NodeName { get; init; } = "";

    public string NominatedNodeName { get; init; } = "";

    public bool HostNetwork { get; init; }

    public string RestartPolicy { get; init; } = "";

    public string ServiceAccountName { get; init; } = "";

    /// <summary><c>status.podIP</c>; empty before the sandbox stands.</summary>
    public string Ip { get; init; } = "";

    public StringMap NodeSelector { get; init; } = StringMap.Empty;

    /// <summary>Names of the gates that hold the pod back from the scheduler.</summary>
    public ImmutableArray<string> SchedulingGates { get; init; } = [];

    public DateTimeOffset? StartedAt { get; init; }

    public ImmutableArray<ContainerSpec> Containers { get; init; } = [];

    public ImmutableArray<ContainerStatus> Statuses { get; init; } = [];

    public ImmutableArray<Condition> Conditions { get; init; } = [];

    /// <summary>Names of PersistentVolumeClaims that the pod mounts.</summary>
    public ImmutableArray<string> Claims { get; init; } = [];

    /// <summary>Names of Secrets that the pod needs (volumes, envFrom, env, imagePullSecrets; optional ones left out).</summary>
    public ImmutableArray<string> Secrets { get; init; } = [];

    /// <summary>Names of ConfigMaps that the pod needs (optional ones left out).</summary>
    public ImmutableArray<string> ConfigMaps { get; init; } = [];

    public bool IsFinished => Phase is "Succeeded" or "Failed";

    public bool IsReady => Conditions.Any(condition => condition is { Type: "Ready", Status: "True" });

    public Condition? ConditionOf(string type) => Conditions.FirstOrDefault(condition => condition.Type == type);

    public ContainerSpec? SpecOf(string container) => Containers.FirstOrDefault(spec => spec.Name == container);
}
