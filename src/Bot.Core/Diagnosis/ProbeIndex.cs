using System.Collections.Frozen;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis;

/// <summary>What the probes of an environment's addresses say of a host and of the Services behind it.</summary>
internal sealed class ProbeIndex
{
    private readonly FrozenDictionary<string, bool> hosts;
    private readonly FrozenSet<ObjectRef> failing;

    public ProbeIndex(ClusterSnapshot snapshot, TrafficPaths paths)
    {
        hosts = snapshot.All<ProbeResult>()
            .Select(probe => (Host: Uri.TryCreate(probe.Url, UriKind.Absolute, out var url) ? url.Host : "", probe.IsGood))
            .Where(probe => probe.Host.Length > 0)
            .GroupBy(probe => probe.Host, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.All(probe => probe.IsGood), StringComparer.OrdinalIgnoreCase);
        failing = hosts.Values.All(isGood => isGood) ? [] : ServicesOf(snapshot, paths);
    }

    public bool Fails(ObjectRef service) => failing.Contains(service);

    /// <summary>True when all probes of these hosts are answered well, false when one is not, null when none of them is probed.</summary>
    public bool? AreAnswered(IEnumerable<string> names)
    {
        bool? answered = null;
        foreach (var name in names)
        {
            if (hosts.TryGetValue(name, out var isGood))
            {
                answered = isGood && answered != false;
            }
        }

        return answered;
    }

    private FrozenSet<ObjectRef> ServicesOf(ClusterSnapshot snapshot, TrafficPaths paths) => snapshot.All<Ingress>()
        .SelectMany(ingress => ingress.Paths.Where(path => IsFailing(path.Host)).Select(path => new ObjectRef("Service", ingress.Namespace, path.ServiceName)))
        .Concat(snapshot.All<HttpRoute>().Where(route => route.Hostnames.Any(IsFailing)).SelectMany(route => route.Backends))
        .Concat(snapshot.All<VirtualService>().Where(found => found.Hosts.Any(IsFailing)).SelectMany(found => paths.ServicesBehind(found.Ref)))
        .ToFrozenSet();

    private bool IsFailing(string host) => hosts.TryGetValue(host, out var isGood) && !isGood;
}
