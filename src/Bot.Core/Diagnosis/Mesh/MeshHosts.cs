using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Mesh;

/// <summary>Which Service of the cluster a host of Istio's routing means. A name with dots is taken as it is, so only the full name of a Service is one.</summary>
internal static class MeshHosts
{
    private const string Domain = ".svc.cluster.local";

    /// <summary>Null for names outside the cluster, wildcards and what only a ServiceEntry could define.</summary>
    public static ObjectRef? ServiceOf(string host, string @namespace)
    {
        if (!host.Contains('.'))
        {
            return host.Length == 0 || host == "*" ? null : new ObjectRef("Service", @namespace, host);
        }

        var parts = host.EndsWith(Domain, StringComparison.Ordinal) ? host[..^Domain.Length].Split('.') : [];
        return parts.Length == 2 && parts[0] != "*" ? new ObjectRef("Service", parts[1], parts[0]) : null;
    }
}
