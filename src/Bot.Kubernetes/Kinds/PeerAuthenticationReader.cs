using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class PeerAuthenticationReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item)
    {
        var spec = item.At("spec"u8);
        return new PeerAuthentication
        {
            Metadata = metadata,
            Selector = LabelSelectorReader.Read(spec.At("selector"u8)),
            Mode = spec.At("mtls"u8, "mode"u8).Text(),
            PortModes = Ports(spec.At("portLevelMtls"u8)),
        };
    }

    private static StringMap Ports(JsonElement ports) => ports.ValueKind != JsonValueKind.Object
        ? StringMap.Empty
        : StringMap.From(ports.EnumerateObject().Select(static port => KeyValuePair.Create(port.Key(), port.Value.At("mode"u8).Text())));
}
