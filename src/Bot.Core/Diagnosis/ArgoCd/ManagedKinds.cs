using System.Collections.Frozen;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>
/// Turns what Argo CD writes (group, kind, namespace, name) into the reference under which the snapshot holds the object.
/// A kind of the same name in a foreign group (a Knative Service) gets its group appended, so that it is never taken for ours.
/// </summary>
public static class ManagedKinds
{
    private static readonly FrozenDictionary<string, string[]> Groups = new Dictionary<string, string[]>
    {
        ["Application"] = ["argoproj.io"],
        ["AppProject"] = ["argoproj.io"],
        ["ApplicationSet"] = ["argoproj.io"],
        ["Rollout"] = ["argoproj.io"],
        ["AnalysisRun"] = ["argoproj.io"],
        ["Deployment"] = ["apps", "extensions"],
        ["StatefulSet"] = ["apps"],
        ["DaemonSet"] = ["apps", "extensions"],
        ["ReplicaSet"] = ["apps", "extensions"],
        ["Job"] = ["batch"],
        ["CronJob"] = ["batch"],
        ["Pod"] = [""],
        ["Service"] = [""],
        ["Namespace"] = [""],
        ["Node"] = [""],
        ["ConfigMap"] = [""],
        ["Secret"] = [""],
        ["ServiceAccount"] = [""],
        ["LimitRange"] = [""],
        ["ResourceQuota"] = [""],
        ["PersistentVolume"] = [""],
        ["PersistentVolumeClaim"] = [""],
        ["EndpointSlice"] = ["discovery.k8s.io"],
        ["Ingress"] = ["networking.k8s.io", "extensions"],
        ["IngressClass"] = ["networking.k8s.io"],
        ["StorageClass"] = ["storage.k8s.io"],
        ["HorizontalPodAutoscaler"] = ["autoscaling"],
        ["PodDisruptionBudget"] = ["policy"],
        ["APIService"] = ["apiregistration.k8s.io"],
        ["CustomResourceDefinition"] = ["apiextensions.k8s.io"],
        ["ValidatingWebhookConfiguration"] = ["admissionregistration.k8s.io"],
        ["MutatingWebhookConfiguration"] = ["admissionregistration.k8s.io"],
        ["ExternalSecret"] = ["external-secrets.io"],
        ["SecretStore"] = ["external-secrets.io"],
        ["ClusterSecretStore"] = ["external-secrets.io"],
        ["Certificate"] = ["cert-manager.io"],
        ["HTTPRoute"] = ["gateway.networking.k8s.io"],
        ["NetworkPolicy"] = ["networking.k8s.io", "extensions"],
        ["PeerAuthentication"] = ["security.istio.io"],
        ["AuthorizationPolicy"] = ["security.istio.io"],
        ["DestinationRule"] = ["networking.istio.io"],
        ["VirtualService"] = ["networking.istio.io"],
        ["ServiceMonitor"] = ["monitoring.coreos.com"],
        ["PodMonitor"] = ["monitoring.coreos.com"],
        ["Prometheus"] = ["monitoring.coreos.com"],
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> ClusterScoped = FrozenSet.ToFrozenSet(
    [
        "Namespace", "Node", "PersistentVolume", "StorageClass", "IngressClass", "APIService", "CustomResourceDefinition", "ClusterSecretStore",
        "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration",
    ]);

    public static ObjectRef RefOf(string group, string kind, string @namespace, string name) =>
        Groups.TryGetValue(kind, out var groups) && groups.Contains(group)
            ? new ObjectRef(kind, ClusterScoped.Contains(kind) ? "" : @namespace, name)
            : new ObjectRef(group.Length > 0 ? $"{kind}.{group}" : kind, @namespace, name);
}
