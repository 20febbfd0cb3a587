using System.Collections.Frozen;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis;

/// <summary>Which Services stand behind an address that answers badly: the probe's host, found again in an Ingress or an HTTPRoute.</summary>
internal sealed class ProbeIndex
{
    private readonly FrozenSet<ObjectRef> failing;

    public ProbeIndex(ClusterSnapshot snapshot)
    {
        var hosts = snapshot.All<ProbeResult>()
            .Where(probe => !probe.IsGood)
            .Select(probe => Uri.TryCreate(probe.Url, UriKind.Absolute, out var url) ? url.Host : "")
            .Where(host => host.Length > 0)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        failing = hosts.Count == 0
            ? []
            : snapshot.All<Ingress>()
                .SelectMany(ingress => ingress.Paths.Where(path => hosts.Contains(path.Host)).Select(path => new ObjectRef("Service", ingress.Namespace, path.ServiceName)))
                .Concat(snapshot.All<HttpRoute>().Where(route => route.Hostnames.Any(hosts.Contains)).SelectMany(route => route.Backends))
                .ToFrozenSet();
    }

    public bool Fails(Service service) => failing.Contains(service.Ref);
}
