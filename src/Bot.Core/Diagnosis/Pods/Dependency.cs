using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>Something that a container could not reach.</summary>
/// <param name="Address">As the log names it: host, or host:port.</param>
/// <param name="State">What the snapshot knows of it.</param>
/// <param name="Target">The Service (or the pod behind an address), when it is one of this cluster.</param>
public sealed record Dependency(string Address, DependencyState State, ObjectRef? Target = null);
