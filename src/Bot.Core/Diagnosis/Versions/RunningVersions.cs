using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Versions;

/// <summary>Finds the versions of what runs: kubelets by their nodes, Argo CD and Istio by the image tag (else the version label) of their controllers.</summary>
internal static class RunningVersions
{
    private const string VersionLabel = "app.kubernetes.io/version";

    /// <summary>The oldest kubelet; null when no node was read.</summary>
    public static RunningVersion? Kubelet(ClusterSnapshot snapshot) => snapshot.All<Node>()
        .Select(node => Of(node.KubeletVersion, node.Ref, "status.nodeInfo.kubeletVersion"))
        .OfType<RunningVersion>()
        .OrderBy(found => found.Version)
        .ThenBy(found => found.Object.Name, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Argo CD by its application controller.</summary>
    public static RunningVersion? ArgoCd(ClusterSnapshot snapshot, DiagnosisContext context) => Workloads(snapshot)
        .Where(workload => workload.Namespace == context.ArgoCdNamespace
            && (workload.Metadata.Labels["app.kubernetes.io/name"] == "argocd-application-controller" || workload.Name.EndsWith("application-controller", StringComparison.Ordinal)))
        .Select(workload => Of(workload, "argocd"))
        .OfType<RunningVersion>()
        .FirstOrDefault();

    /// <summary>Istio by its control plane; the oldest where several revisions run side by side.</summary>
    public static RunningVersion? Istio(ClusterSnapshot snapshot) => Workloads(snapshot)
        .Where(workload => workload.Metadata.Labels["app"] == "istiod" || workload.Name == "istiod" || workload.Name.StartsWith("istiod-", StringComparison.Ordinal))
        .Select(workload => Of(workload, "pilot"))
        .OfType<RunningVersion>()
        .OrderBy(found => found.Version)
        .FirstOrDefault();

    private static IEnumerable<Workload> Workloads(ClusterSnapshot snapshot) => snapshot.All<Deployment>().Cast<Workload>().Concat(snapshot.All<StatefulSet>());

    private static RunningVersion? Of(Workload workload, string image) =>
        (workload.Template?.Containers ?? [])
            .Where(container => !container.IsInit && NameOf(container.Image).Contains(image, StringComparison.Ordinal))
            .Select(container => Of(TagOf(container.Image), workload.Ref, $"spec.template.spec.containers[{container.Name}].image"))
            .FirstOrDefault(found => found is not null)
        ?? Of(workload.Metadata.Labels[VersionLabel] ?? "", workload.Ref, $"metadata.labels[{VersionLabel}]");

    private static RunningVersion? Of(string text, ObjectRef where, string field) => MinorVersion.Parse(text) is { } version ? new RunningVersion(version, text, where, field) : null;

    private static string NameOf(string image) => WithoutDigest(image) is var plain && plain.LastIndexOf(':') is var colon && colon > plain.LastIndexOf('/') ? plain[..colon] : WithoutDigest(image);

    private static string TagOf(string image) => WithoutDigest(image) is var plain && plain.LastIndexOf(':') is var colon && colon > plain.LastIndexOf('/') ? plain[(colon + 1)..] : "";

    private static string WithoutDigest(string image) => image.IndexOf('@') is >= 0 and var at ? image[..at] : image;
}
