using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class ServiceReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new Service
    {
        Metadata = metadata,
        Type = item.At("spec"u8, "type"u8).Text() is { Length: > 0 } type ? type : "ClusterIP",
        ClusterIp = item.At("spec"u8, "clusterIP"u8).Text(),
        Selector = item.At("spec"u8, "selector"u8).Map(),
        Ports = item.At("spec"u8, "ports"u8).Each(Port),
        ExternalName = item.At("spec"u8, "externalName"u8).Text(),
        PublishNotReadyAddresses = item.At("spec"u8, "publishNotReadyAddresses"u8).Bool(),
        Addresses = AddressReader.OfLoadBalancer(item),
    };

    private static ServicePort Port(JsonElement port)
    {
        var number = port.At("port"u8).Int();
        return new ServicePort(
            port.At("name"u8).Text(),
            number,
            port.At("targetPort"u8).Text() is { Length: > 0 } target ? target : StringPool.Shared.Get(System.Text.Encoding.UTF8.GetBytes($"{number}")),
            port.At("protocol"u8).Text() is { Length: > 0 } protocol ? protocol : "TCP");
    }
}
