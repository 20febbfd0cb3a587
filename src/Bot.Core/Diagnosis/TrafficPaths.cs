using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis;

/// <summary>Which Services stand behind what people reach: an Ingress, a route, a Gateway, a VirtualService. A path that leads to no Service or to no port of it is broken.</summary>
internal sealed class TrafficPaths(ClusterSnapshot snapshot)
{
    /// <summary>Kinds through which people come in.</summary>
    public static readonly ImmutableArray<string> Kinds =
        ["Service", "Ingress", "HTTPRoute", "Gateway.gateway.networking.k8s.io", "VirtualService", "Gateway.networking.istio.io"];

    public IEnumerable<ObjectRef> ServicesBehind(ObjectRef reference) => snapshot.Find(reference) switch
    {
        Service service => [service.Ref],
        Ingress ingress => ingress.Paths.Where(path => path.ServiceName.Length > 0).Select(path => new ObjectRef("Service", ingress.Namespace, path.ServiceName)),
        HttpRoute route => route.Backends.Where(backend => backend.Kind == "Service"),
        Gateway gateway => snapshot.All<HttpRoute>().Where(route => route.Gateways.Contains(gateway.Ref)).SelectMany(route => route.Backends).Where(backend => backend.Kind == "Service"),
        VirtualService virtualService => virtualService.Destinations.Select(destination => ServiceOf(destination.Host, virtualService.Namespace)),
        IstioGateway gateway => snapshot.All<VirtualService>().Where(found => found.Gateways.Any(name => IsNamed(gateway, name, found.Namespace))).SelectMany(found => ServicesBehind(found.Ref)),
        _ => [],
    };

    /// <summary>Hosts under which people ask for it.</summary>
    public IEnumerable<string> HostsOf(ObjectRef reference) => snapshot.Find(reference) switch
    {
        Ingress ingress => ingress.Paths.Select(path => path.Host).Concat(ingress.TlsHosts),
        HttpRoute route => route.Hostnames,
        Gateway gateway => snapshot.All<HttpRoute>().Where(route => route.Gateways.Contains(gateway.Ref)).SelectMany(route => route.Hostnames),
        VirtualService virtualService => virtualService.Hosts,
        IstioGateway gateway => gateway.Servers.SelectMany(server => server.Hosts).Select(host => host[(host.IndexOf('/', StringComparison.Ordinal) + 1)..]),
        _ => [],
    };

    /// <summary>True when it leads to a Service that is certainly not there, or to a port that the Service lacks.</summary>
    public bool IsBroken(ObjectRef reference)
    {
        if (snapshot.Find(reference) is Ingress ingress)
        {
            return ingress.Paths.Any(path => path.ServiceName.Length > 0 && LeadsNowhere(new ObjectRef("Service", ingress.Namespace, path.ServiceName), path.Port));
        }

        return ServicesBehind(reference).Any(service => LeadsNowhere(service, ""));
    }

    /// <summary>The Service of a host as a mesh writes it: a short name, or one with namespace and domain.</summary>
    public static ObjectRef ServiceOf(string host, string @namespace)
    {
        var parts = host.Split('.');
        return new ObjectRef("Service", parts.Length > 1 ? parts[1] : @namespace, parts[0]);
    }

    private bool LeadsNowhere(ObjectRef service, string port) => snapshot.Find(service) is Service found
        ? port.Length > 0 && port != "use-annotation" && found.Type != "ExternalName" && found.Ports.Length > 0 && !found.Ports.Any(known => known.Name == port || $"{known.Port}" == port)
        : snapshot.PresenceOf(service) == Presence.Absent;

    private static bool IsNamed(IstioGateway gateway, string name, string @namespace) =>
        name == $"{gateway.Namespace}/{gateway.Name}" || (name == gateway.Name && gateway.Namespace == @namespace);
}
