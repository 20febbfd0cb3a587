using System.Collections.Immutable;

namespace Bot.Core.Environments;

/// <summary>An environment as configured. Selectors are <c>label:key=value</c>, <c>project:glob</c>, or a glob of the name; without any, label, project and destination namespace decide.</summary>
public sealed record EnvironmentDefinition(string Name, string Cluster)
{
    public ImmutableArray<string> Applications { get; init; } = [];

    /// <summary>Namespaces that belong to it beside the destination namespaces of its applications.</summary>
    public ImmutableArray<string> Namespaces { get; init; } = [];

    /// <summary>Name under <c>Bot:Policies</c>; empty means: no actions.</summary>
    public string Policy { get; init; } = "";
}
