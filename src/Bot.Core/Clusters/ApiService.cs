using System.Collections.Immutable;

namespace Bot.Core.Clusters;

public sealed record ApiService : ClusterObject
{
    public override string Kind => "APIService";

    public string Group { get; init; } = "";

    public string Version { get; init; } = "";

    /// <summary>Empty for a local (built-in or CRD) group.</summary>
    public string ServiceNamespace { get; init; } = "";

    public string ServiceName { get; init; } = "";

    public ImmutableArray<Condition> Conditions { get; init; } = [];
}
