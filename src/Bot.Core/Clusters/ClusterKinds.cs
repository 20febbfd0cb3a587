using System.Collections.Frozen;

namespace Bot.Core.Clusters;

/// <summary>Which kind names a record type stands for. The API side of the table (group, version, reader) stands in Bot.Kubernetes.</summary>
public static class ClusterKinds
{
    private static readonly FrozenDictionary<Type, string[]> Names = new Dictionary<Type, string[]>
    {
        [typeof(Application)] = ["Application"],
        [typeof(AppProject)] = ["AppProject"],
        [typeof(ApplicationSet)] = ["ApplicationSet"],
        [typeof(Namespace)] = ["Namespace"],
        [typeof(Pod)] = ["Pod"],
        [typeof(Deployment)] = ["Deployment"],
        [typeof(StatefulSet)] = ["StatefulSet"],
        [typeof(DaemonSet)] = ["DaemonSet"],
        [typeof(ReplicaSet)] = ["ReplicaSet"],
        [typeof(Rollout)] = ["Rollout"],
        [typeof(AnalysisRun)] = ["AnalysisRun"],
        [typeof(Workload)] = ["Deployment", "StatefulSet", "DaemonSet", "Rollout", "ReplicaSet"],
        [typeof(Job)] = ["Job"],
        [typeof(CronJob)] = ["CronJob"],
        [typeof(Service)] = ["Service"],
        [typeof(EndpointSlice)] = ["EndpointSlice"],
        [typeof(Ingress)] = ["Ingress"],
        [typeof(IngressClass)] = ["IngressClass"],
        [typeof(PersistentVolumeClaim)] = ["PersistentVolumeClaim"],
        [typeof(PersistentVolume)] = ["PersistentVolume"],
        [typeof(StorageClass)] = ["StorageClass"],
        [typeof(Node)] = ["Node"],
        [typeof(Event)] = ["Event"],
        [typeof(HorizontalPodAutoscaler)] = ["HorizontalPodAutoscaler"],
        [typeof(PodDisruptionBudget)] = ["PodDisruptionBudget"],
        [typeof(ConfigMap)] = ["ConfigMap"],
        [typeof(SecretMetadata)] = ["Secret"],
        [typeof(ServiceAccount)] = ["ServiceAccount"],
        [typeof(ResourceQuota)] = ["ResourceQuota"],
        [typeof(LimitRange)] = ["LimitRange"],
        [typeof(WebhookConfiguration)] = ["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"],
        [typeof(ApiService)] = ["APIService"],
        [typeof(CustomResourceDefinition)] = ["CustomResourceDefinition"],
        [typeof(ExternalSecret)] = ["ExternalSecret"],
        [typeof(SecretStore)] = ["SecretStore", "ClusterSecretStore"],
        [typeof(Certificate)] = ["Certificate"],
        [typeof(Gateway)] = ["Gateway.gateway.networking.k8s.io"],
        [typeof(HttpRoute)] = ["HTTPRoute"],
        [typeof(NetworkPolicy)] = ["NetworkPolicy"],
        [typeof(PeerAuthentication)] = ["PeerAuthentication"],
        [typeof(AuthorizationPolicy)] = ["AuthorizationPolicy"],
        [typeof(DestinationRule)] = ["DestinationRule"],
        [typeof(VirtualService)] = ["VirtualService"],
        [typeof(IstioGateway)] = ["Gateway.networking.istio.io"],
        [typeof(ServiceMonitor)] = ["ServiceMonitor"],
        [typeof(PodMonitor)] = ["PodMonitor"],
        [typeof(ScrapeMonitor)] = ["ServiceMonitor", "PodMonitor"],
        [typeof(Prometheus)] = ["Prometheus"],
        [typeof(LogExcerpt)] = ["LogExcerpt"],
        [typeof(VolumeUsage)] = ["VolumeUsage"],
        [typeof(ProbeResult)] = ["ProbeResult"],
    }.ToFrozenDictionary();

    /// <summary>Every kind name the bot knows.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names.Values.SelectMany(names => names).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The kind names of a record type.</summary>
    /// <exception cref="ArgumentException">The type stands for no kind: a bug.</exception>
    public static IReadOnlyList<string> NamesOf(Type type) =>
        Names.TryGetValue(type, out var names) ? names : throw new ArgumentException($"{type.Name} stands for no kind.", nameof(type));
}
