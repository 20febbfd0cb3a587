using System.Collections.Immutable;
using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

/// <summary>ServiceMonitor and PodMonitor differ in the name of their list of endpoints only.</summary>
internal sealed class MonitorReader(bool ofPods) : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item)
    {
        var spec = item.At("spec"u8);
        var where = spec.At("namespaceSelector"u8);
        ScrapeMonitor read = ofPods ? new PodMonitor { Metadata = metadata } : new ServiceMonitor { Metadata = metadata };
        return read with
        {
            Selector = LabelSelectorReader.Read(spec.At("selector"u8)),
            AnyNamespace = where.At("any"u8).Bool(),
            Namespaces = where.At("matchNames"u8).Texts(),
            Ports = PortsOf(spec.At(ofPods ? "podMetricsEndpoints"u8 : "endpoints"u8)),
        };
    }

    private static ImmutableArray<string> PortsOf(JsonElement endpoints) =>
        [.. endpoints.Each(static endpoint => endpoint.At("port"u8).Text()).Where(static name => name.Length > 0).Distinct()];
}
