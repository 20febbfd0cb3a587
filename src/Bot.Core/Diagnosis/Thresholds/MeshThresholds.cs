namespace Bot.Core.Diagnosis.Thresholds;

/// <summary>Istio.</summary>
public sealed record MeshThresholds
{
    /// <summary>A pod without the sidecar that its namespace asks for. Default 5 min.</summary>
    public TimeSpan SidecarMissing { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A sidecar runs and is not ready. Default 3 min.</summary>
    public TimeSpan SidecarNotReady { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>No pod of the control plane is ready. Default 60 s.</summary>
    public TimeSpan ControlPlane { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A new VirtualService may be ahead of its Services and subsets by this long. Default 2 min.</summary>
    public TimeSpan Route { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A sidecar outlives the work of its Job. Default 10 min.</summary>
    public TimeSpan JobDone { get; init; } = TimeSpan.FromMinutes(10);
}
