using System.Collections.Frozen;
using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Kubernetes.Client;

namespace Bot.Kubernetes.Kinds;

/// <summary>Every kind that the bot reads, one line each. A new kind is a record in Bot.Core/Clusters, a reader beside this file and a line here.</summary>
public static class KindTable
{
    private const string Argo = "argoproj.io";
    private const string ExternalSecrets = "external-secrets.io";
    private const string Monitoring = "monitoring.coreos.com";
    private const string GatewayApi = "gateway.networking.k8s.io";
    private const string IstioNetworking = "networking.istio.io";
    private const string IstioSecurity = "security.istio.io";

    public static ImmutableArray<KindEntry> All { get; } =
    [
        new("Pod", Core("pods", "Pod"), new PodReader()),
        new("Application", new(Argo, "v1alpha1", "applications", "Application", true), new ApplicationReader()),
        new("AppProject", new(Argo, "v1alpha1", "appprojects", "AppProject", true), new AppProjectReader()),
        new("ApplicationSet", new(Argo, "v1alpha1", "applicationsets", "ApplicationSet", true), new ApplicationSetReader()),
        new("Event", Core("events", "Event"), new EventReader()) { Older = [new("events.k8s.io", "v1", "events", "Event", true)] },
        new("ReplicaSet", new("apps", "v1", "replicasets", "ReplicaSet", true), new ReplicaSetReader()) { NeverCompleteInFiles = true },
        new("Deployment", new("apps", "v1", "deployments", "Deployment", true), new DeploymentReader()),
        new("StatefulSet", new("apps", "v1", "statefulsets", "StatefulSet", true), new StatefulSetReader()),
        new("DaemonSet", new("apps", "v1", "daemonsets", "DaemonSet", true), new DaemonSetReader()),
        new("Rollout", new(Argo, "v1alpha1", "rollouts", "Rollout", true), new RolloutReader()),
        new("AnalysisRun", new(Argo, "v1alpha1", "analysisruns", "AnalysisRun", true), new AnalysisRunReader()),
        new("Job", new("batch", "v1", "jobs", "Job", true), new JobReader()),
        new("CronJob", new("batch", "v1", "cronjobs", "CronJob", true), new CronJobReader()),
        new("Namespace", Core("namespaces", "Namespace", false), new NamespaceReader()) { NeverCompleteInFiles = true },
        new("Node", Core("nodes", "Node", false), new NodeReader()),
        new("Service", Core("services", "Service"), new ServiceReader()),
        new("EndpointSlice", new("discovery.k8s.io", "v1", "endpointslices", "EndpointSlice", true), new EndpointSliceReader()),
        new("Ingress", new("networking.k8s.io", "v1", "ingresses", "Ingress", true), new IngressReader()),
        new("IngressClass", new("networking.k8s.io", "v1", "ingressclasses", "IngressClass", false), new IngressClassReader()),
        new("PersistentVolumeClaim", Core("persistentvolumeclaims", "PersistentVolumeClaim"), new PersistentVolumeClaimReader()),
        new("PersistentVolume", Core("persistentvolumes", "PersistentVolume", false), new PersistentVolumeReader()),
        new("StorageClass", new("storage.k8s.io", "v1", "storageclasses", "StorageClass", false), new StorageClassReader()),
        new("HorizontalPodAutoscaler", Autoscaler("v2"), new HorizontalPodAutoscalerReader()) { Older = [Autoscaler("v2beta2")] },
        new("PodDisruptionBudget", new("policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget", true), new PodDisruptionBudgetReader()),
        new("ConfigMap", Core("configmaps", "ConfigMap"), new ConfigMapReader()),
        new("ServiceAccount", Core("serviceaccounts", "ServiceAccount"), new ServiceAccountReader()) { MetadataOnly = true, NeverCompleteInFiles = true },
        new("LimitRange", Core("limitranges", "LimitRange"), new LimitRangeReader()),
        new("ResourceQuota", Core("resourcequotas", "ResourceQuota"), new ResourceQuotaReader()),
        new("ValidatingWebhookConfiguration", Webhooks("validatingwebhookconfigurations", "ValidatingWebhookConfiguration"), new WebhookConfigurationReader(isMutating: false)),
        new("MutatingWebhookConfiguration", Webhooks("mutatingwebhookconfigurations", "MutatingWebhookConfiguration"), new WebhookConfigurationReader(isMutating: true)),
        new("APIService", new("apiregistration.k8s.io", "v1", "apiservices", "APIService", false), new ApiServiceReader()),
        new("CustomResourceDefinition", new("apiextensions.k8s.io", "v1", "customresourcedefinitions", "CustomResourceDefinition", false), new CustomResourceDefinitionReader()),
        new("ExternalSecret", new(ExternalSecrets, "v1", "externalsecrets", "ExternalSecret", true), new ExternalSecretReader())
        {
            Older = [new(ExternalSecrets, "v1beta1", "externalsecrets", "ExternalSecret", true)],
        },
        new("SecretStore", new(ExternalSecrets, "v1", "secretstores", "SecretStore", true), new SecretStoreReader(isClusterWide: false))
        {
            Older = [new(ExternalSecrets, "v1beta1", "secretstores", "SecretStore", true)],
        },
        new("ClusterSecretStore", new(ExternalSecrets, "v1", "clustersecretstores", "ClusterSecretStore", false), new SecretStoreReader(isClusterWide: true))
        {
            Older = [new(ExternalSecrets, "v1beta1", "clustersecretstores", "ClusterSecretStore", false)],
        },
        new("Certificate", new("cert-manager.io", "v1", "certificates", "Certificate", true), new CertificateReader()),
        new("Gateway.gateway.networking.k8s.io", new(GatewayApi, "v1", "gateways", "Gateway", true), new GatewayReader())
        {
            Older = [new(GatewayApi, "v1beta1", "gateways", "Gateway", true)],
        },
        new("HTTPRoute", new(GatewayApi, "v1", "httproutes", "HTTPRoute", true), new HttpRouteReader())
        {
            Older = [new(GatewayApi, "v1beta1", "httproutes", "HTTPRoute", true)],
        },
        new("NetworkPolicy", new("networking.k8s.io", "v1", "networkpolicies", "NetworkPolicy", true), new NetworkPolicyReader()),
        OfIstio("PeerAuthentication", IstioSecurity, "peerauthentications", new PeerAuthenticationReader(), "v1beta1"),
        OfIstio("AuthorizationPolicy", IstioSecurity, "authorizationpolicies", new AuthorizationPolicyReader(), "v1beta1"),
        OfIstio("DestinationRule", IstioNetworking, "destinationrules", new DestinationRuleReader(), "v1beta1", "v1alpha3"),
        OfIstio("VirtualService", IstioNetworking, "virtualservices", new VirtualServiceReader(), "v1beta1", "v1alpha3"),
        OfIstio("Gateway", IstioNetworking, "gateways", new IstioGatewayReader(), "v1beta1", "v1alpha3") with { Kind = $"Gateway.{IstioNetworking}" },
        new("ServiceMonitor", new(Monitoring, "v1", "servicemonitors", "ServiceMonitor", true), new MonitorReader(ofPods: false)),
        new("PodMonitor", new(Monitoring, "v1", "podmonitors", "PodMonitor", true), new MonitorReader(ofPods: true)),
        new("Prometheus", new(Monitoring, "v1", "prometheuses", "Prometheus", true), new PrometheusReader()),
        new("Secret", Core("secrets", "Secret"), new SecretMetadataReader())
        {
            Scope = ListScope.Named,
            MetadataOnly = true,
            Names = ["argocd-secret", "argocd-initial-admin-secret"],
        },
        new("LogExcerpt", Own("logexcerpts", "LogExcerpt"), new LogExcerptReader()) { Scope = ListScope.FilesOnly },
        new("VolumeUsage", Own("volumeusages", "VolumeUsage"), new VolumeUsageReader()) { Scope = ListScope.FilesOnly },
        new("ProbeResult", Own("proberesults", "ProbeResult"), new ProbeResultReader()) { Scope = ListScope.FilesOnly },
    ];

    /// <summary>The kinds that an API server holds (all but our own of <c>bot/v1</c>).</summary>
    public static ImmutableArray<KindEntry> OfTheApi { get; } = [.. All.Where(entry => entry.Scope != ListScope.FilesOnly)];

    private static readonly FrozenDictionary<string, ImmutableArray<KindEntry>> ByKind =
        All.GroupBy(entry => entry.Resource.Kind).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());

    /// <summary>The entry of an object, or null when the bot does not know the kind.</summary>
    public static KindEntry? Find(string group, string kind) =>
        ByKind.TryGetValue(kind, out var entries) ? entries.FirstOrDefault(entry => entry.Matches(group, kind)) : null;

    /// <summary>The entry of a kind as people write it: letter case does not matter, the group may be left out.</summary>
    public static KindEntry? Named(string kind) =>
        All.FirstOrDefault(entry => string.Equals(entry.Kind, kind, StringComparison.OrdinalIgnoreCase))
        ?? All.FirstOrDefault(entry => string.Equals(entry.Resource.Kind, kind, StringComparison.OrdinalIgnoreCase));

    private static ApiResource Core(string plural, string kind, bool namespaced = true) => new("", "v1", plural, kind, namespaced);

    private static ApiResource Autoscaler(string version) => new("autoscaling", version, "horizontalpodautoscalers", "HorizontalPodAutoscaler", true);

    private static ApiResource Webhooks(string plural, string kind) => new("admissionregistration.k8s.io", "v1", plural, kind, false);

    private static KindEntry OfIstio(string kind, string group, string plural, KindReader reader, params ReadOnlySpan<string> older) =>
        new(kind, new ApiResource(group, "v1", plural, kind, true), reader)
        {
            Older = [.. older.ToArray().Select(version => new ApiResource(group, version, plural, kind, true))],
        };

    private static ApiResource Own(string plural, string kind) => new("bot", "v1", plural, kind, true);
}
