using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class EndpointSliceReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new EndpointSlice
    {
        Metadata = metadata,
        Endpoints = item.At("endpoints"u8).Each(Endpoint),
        Ports = RepeatedParts.Once(item.At("ports"u8).Each(static port => new ContainerPort(port.At("name"u8).Text(), port.At("port"u8).Int()))),
    };

    /// <summary>A condition that is not said counts as good: ready is then true, and serving is what ready is.</summary>
    private static Endpoint Endpoint(JsonElement endpoint)
    {
        var ready = endpoint.At("conditions"u8, "ready"u8).Bool(fallback: true);
        return new Endpoint(
            endpoint.At("targetRef"u8, "kind"u8).Text(),
            endpoint.At("targetRef"u8, "name"u8).Text(),
            ready,
            endpoint.At("conditions"u8, "serving"u8).Bool(fallback: ready),
            endpoint.At("conditions"u8, "terminating"u8).Bool());
    }
}
