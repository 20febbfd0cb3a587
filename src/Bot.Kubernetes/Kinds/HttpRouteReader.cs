using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class HttpRouteReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new HttpRoute
    {
        Metadata = metadata,
        Hostnames = item.At("spec"u8, "hostnames"u8).Texts(),
        Backends = [.. item.At("spec"u8, "rules"u8)
            .Each(static rule => rule.At("backendRefs"u8).Each(static backend => backend))
            .SelectMany(static list => list)
            .Where(static backend => backend.At("kind"u8).Text() is "" or "Service")
            .Select(backend => new ObjectRef(
                "Service",
                backend.At("namespace"u8).Text() is { Length: > 0 } other ? other : metadata.Namespace,
                backend.At("name"u8).Text()))],
        Gateways = [.. item.At("spec"u8, "parentRefs"u8)
            .Each(static parent => parent)
            .Where(static parent => parent.At("kind"u8).Text() is "" or "Gateway")
            .Select(parent => new ObjectRef(
                "Gateway.gateway.networking.k8s.io",
                parent.At("namespace"u8).Text() is { Length: > 0 } other ? other : metadata.Namespace,
                parent.At("name"u8).Text()))],
        Conditions = [.. item.At("status"u8, "parents"u8).Each(static parent => ConditionReader.Read(parent.At("conditions"u8))).SelectMany(static list => list)],
    };
}
