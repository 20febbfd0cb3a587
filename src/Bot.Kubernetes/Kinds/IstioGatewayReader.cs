using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class IstioGatewayReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new IstioGateway
    {
        Metadata = metadata,
        Selector = item.At("spec"u8, "selector"u8).Map(),
        Servers = item.At("spec"u8, "servers"u8).Each(static server => new IstioServer(
            server.At("port"u8, "number"u8).Int(),
            server.At("port"u8, "protocol"u8).Text(),
            server.At("hosts"u8).Texts(),
            server.At("tls"u8, "mode"u8).Text(),
            server.At("tls"u8, "credentialName"u8).Text())),
    };
}
