using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Mesh;

/// <summary>
/// Which Service of the cluster a host of Istio's routing means. Istio completes only a name without dots; <c>name.namespace</c> is meant as a Service
/// where there is such a namespace.
/// </summary>
internal static class MeshHosts
{
    private const string Domain = ".svc.cluster.local";
    private const string Middle = ".svc";

    /// <summary>Null for names outside the cluster, wildcards and what only a ServiceEntry could define.</summary>
    public static ObjectRef? ServiceOf(string host, string @namespace, ClusterSnapshot snapshot)
    {
        if (!host.Contains('.'))
        {
            return host.Length == 0 || host == "*" ? null : new ObjectRef("Service", @namespace, host);
        }

        var full = host.EndsWith(Domain, StringComparison.Ordinal);
        var parts = (full ? host[..^Domain.Length] : host.EndsWith(Middle, StringComparison.Ordinal) ? host[..^Middle.Length] : host).Split('.');
        return parts.Length == 2 && parts[0] != "*" && (full || snapshot.Find(new ObjectRef("Namespace", "", parts[1])) is not null)
            ? new ObjectRef("Service", parts[1], parts[0])
            : null;
    }
}
