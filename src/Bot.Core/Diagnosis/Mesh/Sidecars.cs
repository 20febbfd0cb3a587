using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Mesh;

/// <summary>Which pods bear Istio's proxy and which should. A native sidecar stands among the init containers.</summary>
internal static class Sidecars
{
    public const string Proxy = "istio-proxy";

    private const string Mode = "istio.io/dataplane-mode";
    private const string Inject = "sidecar.istio.io/inject";

    public static bool HasProxy(Pod pod)
    {
        foreach (var container in pod.Containers)
        {
            if (container.Name == Proxy)
            {
                return true;
            }
        }

        return false;
    }

    public static ContainerStatus? StatusOf(Pod pod)
    {
        foreach (var status in pod.Statuses)
        {
            if (status.Name == Proxy)
            {
                return status;
            }
        }

        return null;
    }

    /// <summary>True when the node's proxy carries the pod's traffic, so that it needs none of its own.</summary>
    public static bool IsAmbient(Pod pod, Namespace? home) =>
        pod.Metadata.Annotations["ambient.istio.io/redirection"] == "enabled" || (pod.Metadata.Labels[Mode] ?? home?.Metadata.Labels[Mode]) == "ambient";

    public static bool IsInMesh(Pod pod, ClusterSnapshot snapshot) => HasProxy(pod) || IsAmbient(pod, NamespaceOf(pod, snapshot));

    /// <summary>True when the labels ask for a sidecar: those of the pod win, then those of its namespace. Unknown namespaces ask for nothing.</summary>
    public static bool IsWanted(Pod pod, Namespace? home)
    {
        if (home is null || pod.HostNetwork)
        {
            return false;
        }

        var own = pod.Metadata.Labels[Inject] ?? pod.Metadata.Annotations[Inject];
        var asked = home.Metadata.Labels["istio-injection"];
        return own != "false"
            && asked != "disabled"
            && (own == "true" || asked == "enabled" || home.Metadata.Labels.Contains("istio.io/rev"))
            && !IsAmbient(pod, home);
    }

    public static Namespace? NamespaceOf(Pod pod, ClusterSnapshot snapshot) => snapshot.Find<Namespace>("Namespace", "", pod.Namespace);
}
