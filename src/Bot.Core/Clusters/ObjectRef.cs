namespace Bot.Core.Clusters;

/// <summary>Names one object of a cluster. Cluster-scoped kinds have the empty namespace and are written <c>Node//name</c>.</summary>
public readonly record struct ObjectRef(string Kind, string Namespace, string Name)
{
    /// <summary><c>Kind/namespace/name</c>, the form of the machine-readable output.</summary>
    public override string ToString() => $"{Kind}/{Namespace}/{Name}";
}
