using System.Collections.Immutable;

namespace Bot.Core.Clusters;

/// <summary>What the Prometheus operator is asked to scrape: Services or pods found by labels, and there ports found by name.</summary>
public abstract record ScrapeMonitor : ClusterObject
{
    public LabelSelector? Selector { get; init; }

    /// <summary>True when targets may stand in every namespace.</summary>
    public bool AnyNamespace { get; init; }

    /// <summary>Namespaces of the targets; its own one when empty and <see cref="AnyNamespace"/> is not set.</summary>
    public ImmutableArray<string> Namespaces { get; init; } = [];

    /// <summary>Names of the ports to scrape; ports given by number are left out.</summary>
    public ImmutableArray<string> Ports { get; init; } = [];

    /// <summary>True when targets in that namespace are meant.</summary>
    public bool Covers(string @namespace) => AnyNamespace || (Namespaces.Length == 0 ? @namespace == Namespace : Namespaces.Contains(@namespace));
}
