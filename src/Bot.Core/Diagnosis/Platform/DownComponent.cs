using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Platform;

/// <summary>A workload of a component that wants pods and has none ready.</summary>
internal sealed record DownComponent(Workload Workload, ImmutableArray<Pod> Pods, DateTimeOffset? Since);
