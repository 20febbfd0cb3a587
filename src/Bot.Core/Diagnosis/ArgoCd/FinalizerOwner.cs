using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>Which controller takes a well-known finalizer off.</summary>
internal static class FinalizerOwner
{
    private static readonly (string Fragment, string Workload)[] Known =
    [
        ("ingress.k8s.aws", "aws-load-balancer-controller"), ("elbv2.k8s.aws", "aws-load-balancer-controller"), ("service.k8s.aws", "aws-load-balancer-controller"),
        ("external-secrets.io", "external-secrets"), ("externalsecrets.", "external-secrets"), ("cert-manager.io", "cert-manager"), ("karpenter.sh", "karpenter"),
        ("keda.sh", "keda"), ("strimzi.io", "strimzi"), ("istio", "istio"), ("traefik", "traefik"), ("gateway.envoyproxy.io", "envoy-gateway"),
    ];

    /// <summary>The controller of a finalizer, or null when the name tells none.</summary>
    public static string? Of(string finalizer) => Array.Find(Known, pair => finalizer.Contains(pair.Fragment, StringComparison.Ordinal)).Workload;

    /// <summary>True when it is certain that no such controller is in the cluster.</summary>
    public static bool IsGone(string workload, ClusterSnapshot snapshot) =>
        IsReadWhole("Deployment", snapshot) && IsReadWhole("StatefulSet", snapshot)
        && !snapshot.All<Deployment>().Cast<Workload>().Concat(snapshot.All<StatefulSet>()).Any(item => item.Name.Contains(workload, StringComparison.Ordinal));

    private static bool IsReadWhole(string kind, ClusterSnapshot snapshot) => snapshot.ReadingOf(kind) is { State: ReadingState.Read, Namespaces.IsDefault: true };
}
