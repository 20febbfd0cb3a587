using System.Collections.Immutable;
using System.Text.Json;

namespace Bot.Kubernetes.Kinds;

internal static class AddressReader
{
    /// <summary>Host names, else addresses, of <c>status.loadBalancer.ingress</c>.</summary>
    public static ImmutableArray<string> OfLoadBalancer(JsonElement item) =>
        [.. item.At("status"u8, "loadBalancer"u8).At("ingress"u8)
            .Each(static entry => entry.At("hostname"u8).Text() is { Length: > 0 } host ? host : entry.At("ip"u8).Text())
            .Where(static address => address.Length > 0)];
}
