using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>One webhook of a configuration. Without a service it is called by URL (<see cref="Url"/>).</summary>
public sealed record Webhook
{
    public required string Name { get; init; }

    /// <summary>Fail (the default of the API) or Ignore.</summary>
    public string FailurePolicy { get; init; } = "Fail";

    public string ServiceNamespace { get; init; } = "";

    public string ServiceName { get; init; } = "";

    public string Url { get; init; } = "";

    /// <summary>What it guards, as <c>group/resource</c>; the core group is empty.</summary>
    public ImmutableArray<string> Resources { get; init; } = [];
}
