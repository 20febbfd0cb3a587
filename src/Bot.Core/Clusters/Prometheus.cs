namespace Bot.Core.Clusters;

/// <summary>A Prometheus as its operator runs it: which monitors it takes. A selector that is null takes nothing, a namespace selector that is null only its own namespace.</summary>
public sealed record Prometheus : ClusterObject
{
    public override string Kind => "Prometheus";

    public LabelSelector? ServiceMonitors { get; init; }

    public LabelSelector? ServiceMonitorNamespaces { get; init; }

    public LabelSelector? PodMonitors { get; init; }

    public LabelSelector? PodMonitorNamespaces { get; init; }
}
