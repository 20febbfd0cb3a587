using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis;

/// <summary>
/// Finds the findings that speak of an object named as a cause. Where nothing speaks of the object itself it follows the edges
/// Webhook -> Service, Ingress -> Service, Service -> Pods -> owner, Secret -> the ExternalSecret that makes it and Application -> managed objects.
/// </summary>
internal sealed class CauseResolver(IEnumerable<Finding> findings, ClusterSnapshot snapshot)
{
    private readonly ILookup<ObjectRef, Finding> about = findings
        .SelectMany(finding => new[] { finding.Subject, finding.TopOwner }.Distinct().Select(reference => (reference, finding)))
        .ToLookup(pair => pair.reference, pair => pair.finding);

    /// <summary>Findings about exactly this object, or about its top owner.</summary>
    public IEnumerable<Finding> About(ObjectRef reference) => about[reference].Concat(about[snapshot.Owners.TopOf(reference)]).Distinct();

    /// <summary>Findings about the object or, when there are none, about what it stands on.</summary>
    public IEnumerable<Finding> Causes(ObjectRef reference, Finding consequence) => Causes(reference, consequence, []);

    private IEnumerable<Finding> Causes(ObjectRef reference, Finding consequence, HashSet<ObjectRef> seen)
    {
        if (!seen.Add(reference))
        {
            return [];
        }

        var direct = About(reference).Where(finding => finding.Id != consequence.Id && finding.Severity >= Severity.Warning).ToList();
        return direct.Count > 0 ? direct : [.. StandsOn(reference).SelectMany(next => Causes(next, consequence, seen)).Distinct()];
    }

    private IEnumerable<ObjectRef> StandsOn(ObjectRef reference) => snapshot.Find(reference) switch
    {
        Application application => application.Resources.Select(resource => new ObjectRef(resource.Kind, resource.Namespace, resource.Name)),
        WebhookConfiguration webhooks => webhooks.Webhooks.Where(webhook => webhook.ServiceName.Length > 0).Select(webhook => new ObjectRef("Service", webhook.ServiceNamespace, webhook.ServiceName)),
        Ingress ingress => ingress.Paths.Select(path => new ObjectRef("Service", ingress.Namespace, path.ServiceName)),
        Service service => snapshot.Pods.Selected(service.Namespace, service.Selector).Select(pod => snapshot.Owners.TopOf(pod)),
        null when reference.Kind == "Secret" => MakersOf(reference),
        SecretMetadata => MakersOf(reference),
        _ => [],
    };

    private IEnumerable<ObjectRef> MakersOf(ObjectRef secret) => snapshot.All<ExternalSecret>()
        .Where(maker => maker.Namespace == secret.Namespace && maker.TargetName == secret.Name)
        .Select(maker => maker.Ref);
}
