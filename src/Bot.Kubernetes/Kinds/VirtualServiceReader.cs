using System.Collections.Immutable;
using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Kinds;

internal sealed class VirtualServiceReader : KindReader
{
    private const int WholeTraffic = 100;

    protected override ClusterObject Read(Metadata metadata, JsonElement item)
    {
        var spec = item.At("spec"u8);
        return new VirtualService
        {
            Metadata = metadata,
            Hosts = spec.At("hosts"u8).Texts(),
            Gateways = spec.At("gateways"u8).Texts(),
            Destinations = [.. Routes(spec, "http"), .. Routes(spec, "tls"), .. Routes(spec, "tcp")],
        };
    }

    private static List<RouteDestination> Routes(JsonElement spec, string protocol)
    {
        var found = new List<RouteDestination>();
        var index = 0;
        foreach (var route in spec.At(System.Text.Encoding.UTF8.GetBytes(protocol)).Items())
        {
            var field = $"spec.{protocol}[{index++}]";
            Add(found, route.At("route"u8), $"{field}.route");
            Add(found, route.At("mirrors"u8), $"{field}.mirrors");
            AddOne(found, route.At("mirror"u8), WholeTraffic, $"{field}.mirror");
        }

        return found;
    }

    private static void Add(List<RouteDestination> found, JsonElement list, string field)
    {
        var index = 0;
        foreach (var entry in list.Items())
        {
            AddOne(found, entry.At("destination"u8), entry.At("weight"u8).Int(WholeTraffic), $"{field}[{index++}].destination");
        }
    }

    private static void AddOne(List<RouteDestination> found, JsonElement destination, int weight, string field)
    {
        if (destination.At("host"u8).Text() is { Length: > 0 } host)
        {
            found.Add(new RouteDestination(host, destination.At("subset"u8).Text(), weight, field));
        }
    }
}
