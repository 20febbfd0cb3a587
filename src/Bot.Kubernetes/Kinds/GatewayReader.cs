using System.Collections.Immutable;
using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class GatewayReader : KindReader
{
    protected override ClusterObject Read(Metadata metadata, JsonElement item) => new Gateway
    {
        Metadata = metadata,
        ClassName = item.At("spec"u8, "gatewayClassName"u8).Text(),
        Addresses = item.At("status"u8, "addresses"u8).Each(static address => address.At("value"u8).Text()),
        Certificates = [.. item.At("spec"u8, "listeners"u8)
            .Each(static listener => listener.At("tls"u8, "certificateRefs"u8).Each(static reference => reference))
            .SelectMany(static list => list)
            .Where(static reference => reference.At("kind"u8).Text() is "" or "Secret")
            .Select(reference => new ObjectRef(
                "Secret",
                reference.At("namespace"u8).Text() is { Length: > 0 } other ? other : metadata.Namespace,
                reference.At("name"u8).Text()))],
        Conditions = ConditionReader.OfStatus(item),
        ListenerConditions = [.. item.At("status"u8, "listeners"u8).Each(OfListener).SelectMany(static list => list)],
    };

    private static ImmutableArray<Condition> OfListener(JsonElement listener)
    {
        var name = listener.At("name"u8).Text();
        return [.. ConditionReader.Read(listener.At("conditions"u8)).Select(condition => condition with { Type = $"{name}:{condition.Type}" })];
    }
}
