using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>What the cluster was taught beside its own kinds. Names and conditions only: schemas are never kept.</summary>
public sealed record CustomResourceDefinition : ClusterObject
{
    public override string Kind => "CustomResourceDefinition";

    public string Group { get; init; } = "";

    /// <summary>The kind that it defines (<c>spec.names.kind</c>).</summary>
    public string DefinedKind { get; init; } = "";

    /// <summary>The versions that the API serves.</summary>
    public ImmutableArray<string> ServedVersions { get; init; } = [];

    public ImmutableArray<Condition> Conditions { get; init; } = [];
}
