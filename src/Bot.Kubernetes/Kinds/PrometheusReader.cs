using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class PrometheusReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new Prometheus
    {
        Metadata = metadata,
        ServiceMonitors = LabelSelectorReader.Read(item.At("spec"u8, "serviceMonitorSelector"u8)),
        ServiceMonitorNamespaces = LabelSelectorReader.Read(item.At("spec"u8, "serviceMonitorNamespaceSelector"u8)),
        PodMonitors = LabelSelectorReader.Read(item.At("spec"u8, "podMonitorSelector"u8)),
        PodMonitorNamespaces = LabelSelectorReader.Read(item.At("spec"u8, "podMonitorNamespaceSelector"u8)),
    };
}
