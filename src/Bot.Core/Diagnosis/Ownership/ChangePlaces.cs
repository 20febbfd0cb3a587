using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Ownership;

/// <summary>Finds out from labels, annotations and what Applications list who holds the wanted state of an object. Pure.</summary>
public sealed class ChangePlaces(ClusterSnapshot snapshot)
{
    private const string TrackingId = "argocd.argoproj.io/tracking-id";
    private const string ManagedBy = "app.kubernetes.io/managed-by";
    private const string ReleaseName = "meta.helm.sh/release-name";
    private const string ReleaseNamespace = "meta.helm.sh/release-namespace";

    private static readonly string[] InstanceLabels = ["argocd.argoproj.io/instance", "app.kubernetes.io/instance"];
    private static readonly string[] OfNobody = ["Node", "Cluster", "Namespace", "PersistentVolume", "Event"];

    private readonly Lazy<Dictionary<string, Application>> byName = new(() =>
        snapshot.All<Application>().GroupBy(application => application.Name, StringComparer.Ordinal).Where(group => !group.Skip(1).Any()).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal));

    private readonly Lazy<Dictionary<ObjectRef, string>> autoscalers = new(() =>
        snapshot.All<HorizontalPodAutoscaler>().DistinctBy(Target).ToDictionary(Target, scaler => scaler.Name));

    /// <summary>Where what a finding speaks of is changed; null where that cannot be known.</summary>
    public ChangePlace? Of(Finding finding)
    {
        var reference = finding.TopOwner.Kind.Length > 0 ? finding.TopOwner : finding.Subject;
        return OfNobody.Contains(reference.Kind) || snapshot.Find(reference) is not { } item ? null
            : OfObject(item) is { } place ? place with { Autoscaler = autoscalers.Value.GetValueOrDefault(reference, "") }
            : null;
    }

    private ChangePlace? OfObject(ClusterObject item) =>
        item is Application application ? OfApplication(application)
        : (snapshot.Applications.Managing(item.Ref).FirstOrDefault() ?? Tracked(item)) is { } manager ? OfApplication(manager)
        : string.Equals(item.Metadata.Labels[ManagedBy], "Terraform", StringComparison.OrdinalIgnoreCase) ? new ChangePlace(ChangePlaceKind.Terraform)
        : item.Metadata.Annotations[ReleaseName] is { Length: > 0 } release
            ? new ChangePlace(ChangePlaceKind.Helm, $"{item.Metadata.Annotations[ReleaseNamespace] ?? item.Namespace}/{release}")
        : snapshot.ReadingOf("Application").State is ReadingState.Read or ReadingState.NotInstalled ? new ChangePlace(ChangePlaceKind.Nobody)
        : null;

    private static ChangePlace OfApplication(Application application) => application.Sources.FirstOrDefault() is { } source
        ? new ChangePlace(ChangePlaceKind.Application, application.Name, source.RepoUrl, source.Path.Length > 0 ? source.Path : source.Chart)
        : new ChangePlace(ChangePlaceKind.Application, application.Name);

    // app:group/Kind:namespace/name; a copy of an object bears the id of the original and belongs to nobody.
    private Application? Tracked(ClusterObject item)
    {
        if (item.Metadata.Annotations[TrackingId] is { Length: > 0 } id)
        {
            var parts = id.Split(':');
            return parts.Length == 3 && parts[1].EndsWith("/" + item.Kind.Split('.')[0], StringComparison.Ordinal) && parts[2] == $"{item.Namespace}/{item.Name}"
                ? byName.Value.GetValueOrDefault(parts[0][(parts[0].IndexOf('_', StringComparison.Ordinal) + 1)..])
                : null;
        }

        foreach (var label in InstanceLabels)
        {
            if (item.Metadata.Labels[label] is { Length: > 0 } name && byName.Value.TryGetValue(name, out var application))
            {
                return application;
            }
        }

        return null;
    }

    private static ObjectRef Target(HorizontalPodAutoscaler scaler) => new(scaler.TargetKind, scaler.Namespace, scaler.TargetName);
}
