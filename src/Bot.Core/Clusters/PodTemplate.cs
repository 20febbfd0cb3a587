using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>The pod template of a workload.</summary>
public sealed record PodTemplate(StringMap Labels, ImmutableArray<ContainerSpec> Containers, string ServiceAccountName);
