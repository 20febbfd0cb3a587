using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis;

/// <summary>
/// What an object stands on: Webhook and APIService -> Service, Ingress, HTTPRoute -> Service, Service -> the owners of its Pods, HPA -> its target,
/// Pod -> claims, Secrets, ConfigMaps and ServiceAccount, claim -> volume and class, Secret -> the ExternalSecret or Certificate that makes it, Application -> managed objects.
/// A Pod does not lead to its Node: a node hides only what by its own evidence it broke.
/// </summary>
internal sealed class CausalEdges(ClusterSnapshot snapshot)
{
    private readonly Lazy<ILookup<ObjectRef, ObjectRef>> makers = new(() => MakersOf(snapshot));

    public IEnumerable<ObjectRef> Under(ObjectRef reference) => snapshot.Find(reference) switch
    {
        Application application => application.Resources.Where(resource => resource.Health != "Healthy").Select(resource => ManagedKinds.RefOf(resource.Group, resource.Kind, resource.Namespace, resource.Name)),
        WebhookConfiguration webhooks => webhooks.Webhooks.Where(webhook => webhook.ServiceName.Length > 0).Select(webhook => Service(webhook.ServiceNamespace, webhook.ServiceName)),
        ApiService { ServiceName.Length: > 0 } api => [Service(api.ServiceNamespace, api.ServiceName)],
        Ingress ingress => ingress.Paths.Where(path => path.ServiceName.Length > 0).Select(path => Service(ingress.Namespace, path.ServiceName))
            .Concat(ingress.TlsSecrets.Select(name => new ObjectRef("Secret", ingress.Namespace, name))).Distinct(),
        HttpRoute route => route.Backends.Concat(route.Gateways),
        Gateway gateway => gateway.Certificates,
        VirtualService found => found.Destinations.Select(destination => TrafficPaths.ServiceOf(destination.Host, found.Namespace)).Distinct(),
        Service service => snapshot.Pods.Behind(service).Select(pod => snapshot.Owners.TopOf(pod)).Distinct(),
        HorizontalPodAutoscaler scaler => [new ObjectRef(scaler.TargetKind, scaler.Namespace, scaler.TargetName)],
        Pod pod => UnderPod(pod),
        PersistentVolumeClaim { VolumeName.Length: > 0 } claim => [new ObjectRef("PersistentVolume", "", claim.VolumeName)],
        PersistentVolumeClaim { StorageClassName.Length: > 0 } claim => [new ObjectRef("StorageClass", "", claim.StorageClassName)],
        Certificate certificate => [new ObjectRef("Secret", certificate.Namespace, certificate.SecretName)],
        null or SecretMetadata when reference.Kind == "Secret" => makers.Value[reference],
        _ => [],
    };

    /// <summary>The owners of the pods behind a Service; the object itself where it is none.</summary>
    public IEnumerable<ObjectRef> OwnersBehind(ObjectRef reference) =>
        snapshot.Find(reference) is Service service ? Under(service.Ref) : [snapshot.Owners.TopOf(reference)];

    private static ObjectRef Service(string @namespace, string name) => new("Service", @namespace, name);

    private static IEnumerable<ObjectRef> UnderPod(Pod pod) => pod.Claims.Select(name => new ObjectRef("PersistentVolumeClaim", pod.Namespace, name))
        .Concat(pod.Secrets.Select(name => new ObjectRef("Secret", pod.Namespace, name)))
        .Concat(pod.ConfigMaps.Select(name => new ObjectRef("ConfigMap", pod.Namespace, name)))
        .Append(new ObjectRef("ServiceAccount", pod.Namespace, pod.ServiceAccountName));

    private static ILookup<ObjectRef, ObjectRef> MakersOf(ClusterSnapshot snapshot) =>
        snapshot.All<ExternalSecret>().Select(maker => (Secret: new ObjectRef("Secret", maker.Namespace, maker.TargetName), Maker: maker.Ref))
            .Concat(snapshot.All<Certificate>().Select(maker => (Secret: new ObjectRef("Secret", maker.Namespace, maker.SecretName), Maker: maker.Ref)))
            .ToLookup(pair => pair.Secret, pair => pair.Maker);
}
