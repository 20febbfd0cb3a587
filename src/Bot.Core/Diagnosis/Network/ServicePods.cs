using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Network;

/// <summary>Which Services send traffic to pods, and to which pods of those that exist.</summary>
internal static class ServicePods
{
    private static readonly string[] DnsNames = ["kube-dns", "coredns"];

    /// <summary>A Service that finds its pods by a selector and is not being deleted.</summary>
    public static bool Routes(Service service) => service.Selector.Count > 0 && service.Type != "ExternalName" && !service.IsBeingDeleted;

    public static bool IsHeadless(Service service) => service.ClusterIp == "None";

    /// <summary>The name service of the cluster: a rule of its own speaks of it.</summary>
    public static bool IsDns(Service service) =>
        service.Namespace == "kube-system" && service.Selector.Count > 0 && (DnsNames.Contains(service.Name) || service.Metadata.Labels["k8s-app"] == "kube-dns");

    /// <summary>Without finished pods, pods that are being deleted and pods of Jobs.</summary>
    public static bool Counts(Pod pod) => !pod.IsFinished && !pod.IsBeingDeleted && pod.Metadata.Controller?.Kind != "Job";

    public static List<Pod> Of(Service service, ClusterSnapshot snapshot)
    {
        var found = new List<Pod>();
        foreach (var pod in snapshot.Pods.Behind(service))
        {
            if (Counts(pod))
            {
                found.Add(pod);
            }
        }

        return found;
    }

    /// <summary>True when the object is known to be younger than that.</summary>
    public static bool IsYoung(DateTimeOffset? since, TimeSpan age, DiagnosisContext context) => since is { } moment && context.Now - moment < age;

    public static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other ?? one : one;

    /// <summary>The number under which a pod takes what the Service sends to this target; null when it has no such name.</summary>
    public static int? NumberOf(string targetPort, Pod pod)
    {
        if (int.TryParse(targetPort, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        foreach (var container in pod.Containers)
        {
            foreach (var port in container.Ports)
            {
                if (port.Name == targetPort)
                {
                    return port.Number;
                }
            }
        }

        return null;
    }

    /// <summary>Ingresses and routes through which people reach the Service.</summary>
    public static IEnumerable<ObjectRef> EntrancesOf(Service service, ClusterSnapshot snapshot) =>
        snapshot.All<Ingress>().Where(ingress => ingress.Namespace == service.Namespace && ingress.Paths.Any(path => path.ServiceName == service.Name)).Select(ingress => ingress.Ref)
            .Concat(snapshot.All<HttpRoute>().Where(route => route.Backends.Contains(service.Ref)).Select(route => route.Ref));
}
