using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis;

/// <summary>Minimum ages and limits (domain rules part 1 and Argo CD section 5), grouped as the rules are. Each rule names those that it uses.</summary>
public sealed record DiagnosisThresholds
{
    public static readonly DiagnosisThresholds Default = new();

    /// <summary>Deletion of an Application, Namespace or other object. Default 10 min.</summary>
    public TimeSpan Deletion { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>After <c>deletionTimestamp</c> a pod is left alone this long. Default 60 s.</summary>
    public TimeSpan PodGrace { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How far back events count. Default 60 min.</summary>
    public TimeSpan Events { get; init; } = TimeSpan.FromMinutes(60);

    public ArgoCdThresholds ArgoCd { get; init; } = new();

    public PodsThresholds Pods { get; init; } = new();

    public WorkloadsThresholds Workloads { get; init; } = new();

    public NetworkThresholds Network { get; init; } = new();

    public MeshThresholds Mesh { get; init; } = new();

    public StorageThresholds Storage { get; init; } = new();

    public NodesThresholds Nodes { get; init; } = new();

    public PlatformThresholds Platform { get; init; } = new();
}
