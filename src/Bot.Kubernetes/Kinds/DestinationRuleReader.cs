using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class DestinationRuleReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item)
    {
        var spec = item.At("spec"u8);
        return new DestinationRule
        {
            Metadata = metadata,
            Host = spec.At("host"u8).Text(),
            TlsMode = Tls(spec),
            PortTlsModes = StringMap.From(spec.At("trafficPolicy"u8, "portLevelSettings"u8)
                .Each(static port => KeyValuePair.Create(port.At("port"u8, "number"u8).Text(), port.At("tls"u8, "mode"u8).Text()))
                .Where(static pair => pair.Key.Length > 0 && pair.Value.Length > 0)),
            Subsets = spec.At("subsets"u8).Each(static subset => new DestinationSubset(subset.At("name"u8).Text(), subset.At("labels"u8).Map(), Tls(subset))),
        };
    }

    private static string Tls(JsonElement holder) => holder.At("trafficPolicy"u8, "tls"u8).At("mode"u8).Text();
}
