using System.Text.Json.Nodes;
using Bot.Simulator.Store;
using static Bot.Simulator.Api.Tables.CommonColumns;
using static Bot.Simulator.Api.Tables.TableColumn;

namespace Bot.Simulator.Api.Tables;

/// <summary>The columns of what leads traffic.</summary>
internal static class NetworkColumns
{
    private const int MostShown = 3;

    public static IReadOnlyList<TableColumn> Service { get; } =
    [
        Name,
        Text("Type", static body => body.Text("spec", "type") ?? "ClusterIP"),
        Text("Cluster-IP", static body => OrNone(body.Text("spec", "clusterIP"))),
        Text("External-IP", ExternalAddress),
        Text("Port(s)", static body => OrNone(Join(body.Objects("spec", "ports").Select(static port =>
            $"{port.Number("port")}{(port.Number("nodePort") is > 0 and var node ? $":{node}" : "")}/{port.Text("protocol") ?? "TCP"}")))),
        Age,
        Selector,
    ];

    public static IReadOnlyList<TableColumn> Ingress { get; } =
    [
        Name,
        Text("Class", static body => OrNone(body.Text("spec", "ingressClassName"))),
        Text("Hosts", Hosts),
        Text("Address", static body => Join(LoadBalancer(body))),
        Text("Ports", static body => body.Objects("spec", "tls").Any() ? "80, 443" : "80"),
        Age,
    ];

    public static IReadOnlyList<TableColumn> IngressClass { get; } =
        [Name, Text("Controller", static body => body.Text("spec", "controller")), Text("Parameters", static body => OrNone(body.Text("spec", "parameters", "name"))), Age];

    public static IReadOnlyList<TableColumn> EndpointSlice { get; } =
    [
        Name,
        Text("AddressType", static body => body.Text("addressType")),
        Text("Ports", static body => Some(body.Objects("ports").Select(static port => $"{port.Number("port")}"), "<unset>")),
        Text("Endpoints", static body => Some(body.Objects("endpoints").SelectMany(static endpoint => endpoint.Texts("addresses")), "<unset>")),
        Age,
    ];

    public static IReadOnlyList<TableColumn> Endpoints { get; } =
    [
        Name,
        Text("Endpoints", static body => Some(
            body.Objects("subsets").SelectMany(static subset => subset.Objects("addresses").Select(address => $"{address.Text("ip")}:{subset.Objects("ports").FirstOrDefault().Number("port")}")),
            None)),
        Age,
    ];

    public static IReadOnlyList<TableColumn> NetworkPolicy { get; } =
        [Name, Text("Pod-Selector", static body => OrNone(Selection.LabelSelector.Of(body.At("spec", "podSelector")).ToString())), Age];

    private static string ExternalAddress(JsonObject service) => service.Text("spec", "type") switch
    {
        "LoadBalancer" => LoadBalancer(service) is { Count: > 0 } addresses ? Join(addresses) : "<pending>",
        "ExternalName" => service.Text("spec", "externalName") ?? "",
        _ => OrNone(Join(service.Texts("spec", "externalIPs"))),
    };

    private static List<string> LoadBalancer(JsonObject body) =>
        [.. body.Objects("status", "loadBalancer", "ingress").Select(static point => point.Text("ip") ?? point.Text("hostname") ?? "")];

    private static string Hosts(JsonObject ingress)
    {
        var hosts = ingress.Objects("spec", "rules").Select(static rule => rule.Text("host") ?? "").Where(static host => host.Length > 0).ToList();
        return hosts.Count == 0 ? "*" : Some(hosts, "*");
    }

    private static string Some(IEnumerable<string> texts, string none)
    {
        var all = texts.ToList();
        return all.Count == 0 ? none : Join(all.Take(MostShown)) + (all.Count > MostShown ? $" + {all.Count - MostShown} more..." : "");
    }
}
