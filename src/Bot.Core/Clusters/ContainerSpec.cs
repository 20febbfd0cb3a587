using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>A container as the manifest wants it. Environment values are never kept.</summary>
public sealed record ContainerSpec
{
    public required string Name { get; init; }

    public string Image { get; init; } = "";

    public string ImagePullPolicy { get; init; } = "";

    /// <summary>True for <c>initContainers</c>; a native sidecar is one with <see cref="RestartsAlways"/>.</summary>
    public bool IsInit { get; init; }

    public bool RestartsAlways { get; init; }

    public Quantity? MemoryLimit { get; init; }

    public Quantity? MemoryRequest { get; init; }

    public Quantity? CpuLimit { get; init; }

    public Quantity? CpuRequest { get; init; }

    public ImmutableArray<ContainerPort> Ports { get; init; } = [];

    /// <summary>First word of <c>command</c>; empty when the image decides. The rest may hold what nobody should see.</summary>
    public string Command { get; init; } = "";

    public Probe? Liveness { get; init; }

    public Probe? Readiness { get; init; }

    public Probe? Startup { get; init; }
}
