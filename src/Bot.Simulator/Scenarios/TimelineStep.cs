using System.Text.Json.Nodes;

namespace Bot.Simulator.Scenarios;

/// <summary>Something that happened before the start, and how long it is ago.</summary>
internal sealed record TimelineStep(TimeSpan At)
{
    /// <summary>Branches that move.</summary>
    public IReadOnlyList<GitPush> Push { get; init; } = [];

    /// <summary>Applications that Git's webhook refreshes at once.</summary>
    public IReadOnlyList<string> Refresh { get; init; } = [];

    /// <summary>Paths whose manifests somebody applies by hand, from the present commit.</summary>
    public IReadOnlyList<string> Apply { get; init; } = [];

    /// <summary>Objects that appear.</summary>
    public IReadOnlyList<JsonObject> Create { get; init; } = [];

    /// <summary><c>Kind/namespace/name</c> of what somebody deletes.</summary>
    public IReadOnlyList<string> Delete { get; init; } = [];

    /// <summary>Namespaces that somebody deletes.</summary>
    public IReadOnlyList<string> DeleteNamespaces { get; init; } = [];

    /// <summary><c>namespace/name</c> of workloads whose pods are deleted (a node went).</summary>
    public IReadOnlyList<string> DeletePods { get; init; } = [];

    /// <summary>Merged into an object: <c>Kind/namespace/name</c> and the fields.</summary>
    public IReadOnlyList<(string Path, JsonObject Fields)> Patch { get; init; } = [];
}
