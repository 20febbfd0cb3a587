namespace Bot.Simulator.Store;

/// <summary>The kinds that the simulated cluster can serve.</summary>
public static class SimulatedKinds
{
    private static readonly string[] InAll = ["all"];
    private static readonly string[] ApiExtensions = ["api-extensions"];

    public static SimulatedKind Namespace { get; } = new("", "v1", "namespaces", "namespace", "Namespace") { Namespaced = false, HasStatus = true, ShortNames = ["ns"], ReturnsDeletedObject = true };
    public static SimulatedKind Node { get; } = new("", "v1", "nodes", "node", "Node") { Namespaced = false, HasStatus = true, ShortNames = ["no"] };
    public static SimulatedKind Pod { get; } = new("", "v1", "pods", "pod", "Pod") { HasStatus = true, HasGeneration = true, ShortNames = ["po"], Categories = InAll, ReturnsDeletedObject = true };
    public static SimulatedKind Service { get; } = new("", "v1", "services", "service", "Service") { HasStatus = true, ShortNames = ["svc"], Categories = InAll };
    public static SimulatedKind ConfigMap { get; } = new("", "v1", "configmaps", "configmap", "ConfigMap") { ShortNames = ["cm"] };
    public static SimulatedKind Secret { get; } = new("", "v1", "secrets", "secret", "Secret");
    public static SimulatedKind ServiceAccount { get; } = new("", "v1", "serviceaccounts", "serviceaccount", "ServiceAccount") { ShortNames = ["sa"], ReturnsDeletedObject = true };
    public static SimulatedKind Event { get; } = new("", "v1", "events", "event", "Event") { ShortNames = ["ev"] };
    public static SimulatedKind Endpoints { get; } = new("", "v1", "endpoints", "endpoints", "Endpoints") { ShortNames = ["ep"] };
    public static SimulatedKind PersistentVolumeClaim { get; } = new("", "v1", "persistentvolumeclaims", "persistentvolumeclaim", "PersistentVolumeClaim") { HasStatus = true, ShortNames = ["pvc"], ReturnsDeletedObject = true };
    public static SimulatedKind PersistentVolume { get; } = new("", "v1", "persistentvolumes", "persistentvolume", "PersistentVolume") { Namespaced = false, HasStatus = true, ShortNames = ["pv"], ReturnsDeletedObject = true };
    public static SimulatedKind ResourceQuota { get; } = new("", "v1", "resourcequotas", "resourcequota", "ResourceQuota") { HasStatus = true, ShortNames = ["quota"], ReturnsDeletedObject = true };
    public static SimulatedKind LimitRange { get; } = new("", "v1", "limitranges", "limitrange", "LimitRange") { ShortNames = ["limits"] };
    public static SimulatedKind ReplicationController { get; } = new("", "v1", "replicationcontrollers", "replicationcontroller", "ReplicationController") { HasStatus = true, HasScale = true, HasGeneration = true, ShortNames = ["rc"], Categories = InAll };
    public static SimulatedKind ApiService { get; } = new("apiregistration.k8s.io", "v1", "apiservices", "apiservice", "APIService") { Namespaced = false, HasStatus = true, Categories = ApiExtensions };
    public static SimulatedKind Deployment { get; } = new("apps", "v1", "deployments", "deployment", "Deployment") { HasStatus = true, HasScale = true, HasGeneration = true, ShortNames = ["deploy"], Categories = InAll };
    public static SimulatedKind ReplicaSet { get; } = new("apps", "v1", "replicasets", "replicaset", "ReplicaSet") { HasStatus = true, HasScale = true, HasGeneration = true, ShortNames = ["rs"], Categories = InAll };
    public static SimulatedKind StatefulSet { get; } = new("apps", "v1", "statefulsets", "statefulset", "StatefulSet") { HasStatus = true, HasScale = true, HasGeneration = true, ShortNames = ["sts"], Categories = InAll };
    public static SimulatedKind DaemonSet { get; } = new("apps", "v1", "daemonsets", "daemonset", "DaemonSet") { HasStatus = true, HasGeneration = true, ShortNames = ["ds"], Categories = InAll };
    public static SimulatedKind ControllerRevision { get; } = new("apps", "v1", "controllerrevisions", "controllerrevision", "ControllerRevision");
    public static SimulatedKind EventOfEventsGroup { get; } = new("events.k8s.io", "v1", "events", "event", "Event") { ShortNames = ["ev"], StoredAs = Event };
    public static SimulatedKind HorizontalPodAutoscaler { get; } = new("autoscaling", "v2", "horizontalpodautoscalers", "horizontalpodautoscaler", "HorizontalPodAutoscaler") { HasStatus = true, ShortNames = ["hpa"], Categories = InAll };
    public static SimulatedKind CronJob { get; } = new("batch", "v1", "cronjobs", "cronjob", "CronJob") { HasStatus = true, HasGeneration = true, ShortNames = ["cj"], Categories = InAll };
    public static SimulatedKind Job { get; } = new("batch", "v1", "jobs", "job", "Job") { HasStatus = true, HasGeneration = true, Categories = InAll };
    public static SimulatedKind Ingress { get; } = new("networking.k8s.io", "v1", "ingresses", "ingress", "Ingress") { HasStatus = true, HasGeneration = true, ShortNames = ["ing"] };
    public static SimulatedKind IngressClass { get; } = new("networking.k8s.io", "v1", "ingressclasses", "ingressclass", "IngressClass") { Namespaced = false, HasGeneration = true };
    public static SimulatedKind NetworkPolicy { get; } = new("networking.k8s.io", "v1", "networkpolicies", "networkpolicy", "NetworkPolicy") { HasGeneration = true, ShortNames = ["netpol"] };
    public static SimulatedKind PodDisruptionBudget { get; } = new("policy", "v1", "poddisruptionbudgets", "poddisruptionbudget", "PodDisruptionBudget") { HasStatus = true, HasGeneration = true, ShortNames = ["pdb"] };
    public static SimulatedKind StorageClass { get; } = new("storage.k8s.io", "v1", "storageclasses", "storageclass", "StorageClass") { Namespaced = false, ShortNames = ["sc"] };
    public static SimulatedKind MutatingWebhookConfiguration { get; } = new("admissionregistration.k8s.io", "v1", "mutatingwebhookconfigurations", "mutatingwebhookconfiguration", "MutatingWebhookConfiguration") { Namespaced = false, HasGeneration = true, Categories = ApiExtensions };
    public static SimulatedKind ValidatingWebhookConfiguration { get; } = new("admissionregistration.k8s.io", "v1", "validatingwebhookconfigurations", "validatingwebhookconfiguration", "ValidatingWebhookConfiguration") { Namespaced = false, HasGeneration = true, Categories = ApiExtensions };
    public static SimulatedKind CustomResourceDefinition { get; } = new("apiextensions.k8s.io", "v1", "customresourcedefinitions", "customresourcedefinition", "CustomResourceDefinition") { Namespaced = false, HasStatus = true, HasGeneration = true, ShortNames = ["crd", "crds"], Categories = ApiExtensions };
    public static SimulatedKind Lease { get; } = new("coordination.k8s.io", "v1", "leases", "lease", "Lease");
    public static SimulatedKind EndpointSlice { get; } = new("discovery.k8s.io", "v1", "endpointslices", "endpointslice", "EndpointSlice") { HasGeneration = true };
    public static SimulatedKind Application { get; } = new("argoproj.io", "v1alpha1", "applications", "application", "Application") { IsCustom = true, HasGeneration = true, ShortNames = ["app", "apps"] };
    public static SimulatedKind ApplicationSet { get; } = new("argoproj.io", "v1alpha1", "applicationsets", "applicationset", "ApplicationSet") { IsCustom = true, HasStatus = true, HasGeneration = true, ShortNames = ["appset", "appsets"] };
    public static SimulatedKind AppProject { get; } = new("argoproj.io", "v1alpha1", "appprojects", "appproject", "AppProject") { IsCustom = true, HasGeneration = true, ShortNames = ["appproj", "appprojs"] };
    public static SimulatedKind Rollout { get; } = new("argoproj.io", "v1alpha1", "rollouts", "rollout", "Rollout") { IsCustom = true, HasStatus = true, HasScale = true, HasGeneration = true, ShortNames = ["ro"] };
    public static SimulatedKind AnalysisRun { get; } = new("argoproj.io", "v1alpha1", "analysisruns", "analysisrun", "AnalysisRun") { IsCustom = true, HasGeneration = true, ShortNames = ["ar"] };
    public static SimulatedKind ExternalSecret { get; } = new("external-secrets.io", "v1", "externalsecrets", "externalsecret", "ExternalSecret") { IsCustom = true, HasStatus = true, HasGeneration = true, ShortNames = ["es"], Categories = ["external-secrets"] };
    public static SimulatedKind SecretStore { get; } = new("external-secrets.io", "v1", "secretstores", "secretstore", "SecretStore") { IsCustom = true, HasStatus = true, HasGeneration = true, ShortNames = ["ss"], Categories = ["external-secrets"] };
    public static SimulatedKind ClusterSecretStore { get; } = new("external-secrets.io", "v1", "clustersecretstores", "clustersecretstore", "ClusterSecretStore") { IsCustom = true, Namespaced = false, HasStatus = true, HasGeneration = true, ShortNames = ["css"], Categories = ["external-secrets"] };
    public static SimulatedKind Certificate { get; } = new("cert-manager.io", "v1", "certificates", "certificate", "Certificate") { IsCustom = true, HasStatus = true, HasGeneration = true, ShortNames = ["cert", "certs"], Categories = ["cert-manager"] };
    public static SimulatedKind Gateway { get; } = new("gateway.networking.k8s.io", "v1", "gateways", "gateway", "Gateway") { IsCustom = true, HasStatus = true, HasGeneration = true, ShortNames = ["gtw"], Categories = ["gateway-api"] };
    public static SimulatedKind HttpRoute { get; } = new("gateway.networking.k8s.io", "v1", "httproutes", "httproute", "HTTPRoute") { IsCustom = true, HasStatus = true, HasGeneration = true, Categories = ["gateway-api"] };
    public static SimulatedKind IstioGateway { get; } = new("networking.istio.io", "v1", "gateways", "gateway", "Gateway") { IsCustom = true, HasStatus = true, HasGeneration = true, ShortNames = ["gw"], Categories = ["istio-io"] };
    public static SimulatedKind VirtualService { get; } = new("networking.istio.io", "v1", "virtualservices", "virtualservice", "VirtualService") { IsCustom = true, HasStatus = true, HasGeneration = true, ShortNames = ["vs"], Categories = ["istio-io"] };
    public static SimulatedKind DestinationRule { get; } = new("networking.istio.io", "v1", "destinationrules", "destinationrule", "DestinationRule") { IsCustom = true, HasStatus = true, HasGeneration = true, ShortNames = ["dr"], Categories = ["istio-io"] };
    public static SimulatedKind PeerAuthentication { get; } = new("security.istio.io", "v1", "peerauthentications", "peerauthentication", "PeerAuthentication") { IsCustom = true, HasStatus = true, HasGeneration = true, ShortNames = ["pa"], Categories = ["istio-io"] };
    public static SimulatedKind AuthorizationPolicy { get; } = new("security.istio.io", "v1", "authorizationpolicies", "authorizationpolicy", "AuthorizationPolicy") { IsCustom = true, HasStatus = true, HasGeneration = true, ShortNames = ["ap"], Categories = ["istio-io"] };
    public static SimulatedKind ServiceMonitor { get; } = new("monitoring.coreos.com", "v1", "servicemonitors", "servicemonitor", "ServiceMonitor") { IsCustom = true, HasStatus = true, HasGeneration = true, ShortNames = ["smon"], Categories = ["prometheus-operator"] };
    public static SimulatedKind PodMonitor { get; } = new("monitoring.coreos.com", "v1", "podmonitors", "podmonitor", "PodMonitor") { IsCustom = true, HasStatus = true, HasGeneration = true, ShortNames = ["pmon"], Categories = ["prometheus-operator"] };
    public static SimulatedKind Prometheus { get; } = new("monitoring.coreos.com", "v1", "prometheuses", "prometheus", "Prometheus") { IsCustom = true, HasStatus = true, HasScale = true, HasGeneration = true, ShortNames = ["prom"], Categories = ["prometheus-operator"] };

    /// <summary>What every cluster has.</summary>
    public static IReadOnlyList<SimulatedKind> BuiltIn { get; } =
    [
        ConfigMap, Endpoints, Event, LimitRange, Namespace, Node, PersistentVolumeClaim, PersistentVolume, Pod, ReplicationController, ResourceQuota,
        Secret, ServiceAccount, Service, ApiService, ControllerRevision, DaemonSet, Deployment, ReplicaSet, StatefulSet, EventOfEventsGroup,
        HorizontalPodAutoscaler, CronJob, Job, IngressClass, Ingress, NetworkPolicy, PodDisruptionBudget, StorageClass,
        MutatingWebhookConfiguration, ValidatingWebhookConfiguration, CustomResourceDefinition, Lease, EndpointSlice,
    ];

    /// <summary>What comes with Argo CD.</summary>
    public static IReadOnlyList<SimulatedKind> ArgoCd { get; } = [Application, ApplicationSet, AppProject];

    /// <summary>What a cluster may or may not have.</summary>
    public static IReadOnlyList<SimulatedKind> Optional { get; } =
        [Rollout, AnalysisRun, ExternalSecret, SecretStore, ClusterSecretStore, Certificate, Gateway, HttpRoute, IstioGateway, VirtualService, DestinationRule, PeerAuthentication, AuthorizationPolicy, ServiceMonitor, PodMonitor, Prometheus];

    /// <summary>Every kind that can be installed.</summary>
    public static IReadOnlyList<SimulatedKind> All { get; } = [.. BuiltIn, .. ArgoCd, .. Optional];

    /// <summary>The kind of an object by its own <c>apiVersion</c> and <c>kind</c>.</summary>
    public static SimulatedKind? Find(string apiVersion, string kind) =>
        All.FirstOrDefault(known => known.Kind == kind && known.ApiVersion == apiVersion);
}
