using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>One Application that is being deleted for too long, as a rule looks at it.</summary>
internal sealed class DeletionCase(Application app, ClusterSnapshot snapshot, DiagnosisContext context)
{
    /// <summary>Finalizers that Argo CD and Kubernetes take off themselves.</summary>
    public static readonly ImmutableArray<string> Own = ["argocd.argoproj.io/hook-finalizer", "foregroundDeletion", "orphan"];

    private readonly Lazy<ImmutableArray<ClusterObject>> held = new(() =>
    [
        .. app.Resources
            .Select(resource => snapshot.Find(new ObjectRef(resource.Kind, resource.Namespace, resource.Name)))
            .OfType<ClusterObject>()
            .Where(item => item.IsBeingDeleted && item.Ref != app.Ref && item.Metadata.Finalizers.Except(Own).Any()),
    ]);

    public Application App { get; } = app;

    public ClusterSnapshot Snapshot { get; } = snapshot;

    public DiagnosisContext Context { get; } = context;

    /// <summary>Managed objects in deletion that bear finalizers of others.</summary>
    public ImmutableArray<ClusterObject> Held => held.Value;

    public ApplicationCondition? Error => App.ConditionOf("DeletionError");

    public string ErrorText => Error?.Message ?? "";

    public Evidence Requested => new(App.Ref, "metadata.deletionTimestamp", App.Metadata.DeletedAt!.Value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)) { At = App.Metadata.DeletedAt };

    public IEnumerable<Evidence> ErrorEvidence =>
        Error is { } error ? [new Evidence(App.Ref, "status.conditions[DeletionError].message", error.Message) { At = error.LastTransitionAt }] : [];

    public bool Says(string words) => ErrorText.Contains(words, StringComparison.Ordinal);
}
