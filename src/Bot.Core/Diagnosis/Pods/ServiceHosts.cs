using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>Tells which Service a host is, by the ways a pod may write it: <c>name</c>, <c>name.namespace</c>, <c>name.namespace.svc[.domain]</c>, a pod's name before these, the cluster address, a pod's address.</summary>
public sealed class ServiceHosts(ClusterSnapshot snapshot)
{
    private readonly Lazy<Dictionary<string, Service>> byAddress = new(() => ByAddress(snapshot));
    private readonly Lazy<Dictionary<string, Pod>> podsByIp = new(() => ByIp(snapshot));

    public Dependency Find(string host, string port, string @namespace)
    {
        var address = port.Length > 0 ? $"{host}:{port}" : host;
        if (byAddress.Value.TryGetValue(host, out var service))
        {
            return Known(address, service);
        }

        if (podsByIp.Value.TryGetValue(host, out var pod))
        {
            return snapshot.Pods.ServicesOf(pod).OrderBy(item => item.Name, StringComparer.Ordinal).FirstOrDefault() is { } behind
                ? Known(address, behind)
                : new Dependency(address, pod.IsReady ? DependencyState.Ready : DependencyState.Down, pod.Ref);
        }

        var labels = host.TrimEnd('.').Split('.');
        var inCluster = Array.IndexOf(labels, "svc");
        if (inCluster > 0)
        {
            labels = labels[..inCluster];
        }

        // name; name.namespace; pod.name (of a headless Service); pod.name.namespace
        foreach (var (name, space) in Readings(labels, @namespace))
        {
            if (snapshot.Find<Service>("Service", space, name) is { } found)
            {
                return Known(address, found);
            }
        }

        var (wanted, where) = labels.Length == 1 ? (labels[0], @namespace) : (labels[^2], labels[^1]);
        var isName = inCluster > 0 || labels.Length == 1 || (labels.Length == 2 && snapshot.Find(new ObjectRef("Namespace", "", where)) is not null);
        var reference = new ObjectRef("Service", where, wanted);
        return isName && !IsNumber(host)
            ? new Dependency(address, snapshot.PresenceOf(reference) == Presence.Absent ? DependencyState.Missing : DependencyState.Unknown, reference)
            : new Dependency(address, snapshot.ReadingOf("Service").State == ReadingState.Read ? DependencyState.Outside : DependencyState.Unknown);
    }

    private static IEnumerable<(string Name, string Namespace)> Readings(string[] labels, string @namespace)
    {
        if (labels.Length == 1)
        {
            yield return (labels[0], @namespace);
        }

        if (labels.Length == 2)
        {
            yield return (labels[0], labels[1]);
            yield return (labels[1], @namespace);
        }

        if (labels.Length == 3)
        {
            yield return (labels[1], labels[2]);
        }
    }

    private static bool IsNumber(string host) => host.All(letter => char.IsAsciiDigit(letter) || letter is '.') || host.Contains(':');

    private static Dictionary<string, Service> ByAddress(ClusterSnapshot snapshot)
    {
        var index = new Dictionary<string, Service>(StringComparer.Ordinal);
        foreach (var service in snapshot.All<Service>())
        {
            if (service.ClusterIp is not ("" or "None"))
            {
                index.TryAdd(service.ClusterIp, service);
            }
        }

        return index;
    }

    private static Dictionary<string, Pod> ByIp(ClusterSnapshot snapshot)
    {
        var index = new Dictionary<string, Pod>(StringComparer.Ordinal);
        foreach (var pod in snapshot.All<Pod>())
        {
            if (pod.Ip.Length > 0 && !pod.HostNetwork && !pod.IsFinished)
            {
                index.TryAdd(pod.Ip, pod);
            }
        }

        return index;
    }

    private Dependency Known(string address, Service service)
    {
        if (service.Type == "ExternalName")
        {
            return new Dependency(address, DependencyState.Outside, service.Ref);
        }

        // Without a selector (the API server's own Service) only its slices tell.
        var ready = snapshot.Pods.ReadyEndpoints(service.Ref)
            ?? (service.Selector.Count > 0 && snapshot.ReadingOf("Pod").IsCompleteFor(service.Namespace) ? snapshot.Pods.Behind(service).Count(pod => pod.IsReady) : null);
        return new Dependency(address, ready switch { null => DependencyState.Unknown, 0 => DependencyState.Down, _ => DependencyState.Ready }, service.Ref);
    }
}
