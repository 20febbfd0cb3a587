using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Mesh;

/// <summary>Istio's own workloads: istiod (one a revision) and, in ambient mode, ztunnel.</summary>
internal static class ControlPlane
{
    private const string DefaultRoot = "istio-system";

    public static IEnumerable<Workload> Of(ClusterSnapshot snapshot) =>
        snapshot.All<Deployment>().Where(deployment => Is(deployment, "istiod")).Concat<Workload>(snapshot.All<DaemonSet>().Where(set => Is(set, "ztunnel")));

    public static IEnumerable<Deployment> Istiods(ClusterSnapshot snapshot) => snapshot.All<Deployment>().Where(deployment => Is(deployment, "istiod"));

    /// <summary>Namespaces whose policies hold for the whole mesh.</summary>
    public static HashSet<string> Roots(ClusterSnapshot snapshot)
    {
        var roots = Istiods(snapshot).Select(deployment => deployment.Namespace).ToHashSet(StringComparer.Ordinal);
        return roots.Count > 0 ? roots : [DefaultRoot];
    }

    private static bool Is(Workload workload, string name) =>
        workload.Metadata.Labels["app"] == name
        || workload.Name == name
        || (workload.Name.StartsWith(name, StringComparison.Ordinal) && workload.Name.Length > name.Length && workload.Name[name.Length] == '-');
}
