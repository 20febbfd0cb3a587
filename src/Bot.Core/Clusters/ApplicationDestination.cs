namespace Bot.Core.Clusters;

/// <summary>Server and name exclude each other; <c>in-cluster</c> is <c>https://kubernetes.default.svc</c>.</summary>
public sealed record ApplicationDestination(string Server, string Name, string Namespace)
{
    /// <summary>True when it is the cluster in which Argo CD runs; of another cluster a snapshot knows nothing.</summary>
    public bool IsHere => this is { Server: "https://kubernetes.default.svc" } or { Name: "in-cluster" } or { Server: "", Name: "" };
}
