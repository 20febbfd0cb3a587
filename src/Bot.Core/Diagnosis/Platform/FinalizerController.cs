using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Platform;

/// <summary>Who should take a well-known finalizer off, as far as its name tells.</summary>
internal static class FinalizerController
{
    private static readonly (string Fragment, string Workload)[] Known =
    [
        ("k8s.aws/resources", "aws-load-balancer-controller"), ("external-secrets.io", "external-secrets"), ("externalsecrets.", "external-secrets"), ("cert-manager.io", "cert-manager"),
        ("argocd.argoproj.io", "application-controller"), ("karpenter.sh", "karpenter"), ("keda.sh", "keda-operator"), ("kyverno.io", "kyverno"), ("ebs.csi.aws.com", "ebs-csi-controller"),
        ("snapshot.storage.kubernetes.io", "snapshot-controller"), ("strimzi.io", "strimzi-cluster-operator"), ("monitoring.coreos.com", "prometheus-operator"), ("istio", "istiod"),
    ];

    /// <summary>The workloads of the controller; empty when the finalizer tells none or none is known.</summary>
    public static IEnumerable<Workload> Of(string finalizer, ClusterSnapshot snapshot) =>
        Array.Find(Known, pair => finalizer.Contains(pair.Fragment, StringComparison.Ordinal)).Workload is { } name
            ? snapshot.All<Deployment>().Cast<Workload>().Concat(snapshot.All<StatefulSet>()).Where(workload => workload.Name.Contains(name, StringComparison.Ordinal))
            : [];
}
