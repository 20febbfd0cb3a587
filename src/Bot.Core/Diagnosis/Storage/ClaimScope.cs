using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Diagnosis.Storage;

/// <summary>Claims that wait, why they wait, and which pods want them.</summary>
internal sealed class ClaimScope(ClusterSnapshot snapshot, DiagnosisContext context)
{
    private const string Refused = "ProvisioningFailed";
    private const string Succeeded = "ProvisioningSucceeded";

    private readonly PodScope pods = new(snapshot, context);
    private readonly Lazy<ILookup<ObjectRef, Pod>> users = new(() => snapshot.All<Pod>()
        .Where(pod => pod.Claims.Length > 0 && !pod.IsFinished)
        .SelectMany(pod => pod.Claims.Select(claim => (Claim: new ObjectRef("PersistentVolumeClaim", pod.Namespace, claim), Pod: pod)))
        .ToLookup(pair => pair.Claim, pair => pair.Pod));

    /// <summary>Every claim that waits for a volume.</summary>
    public IEnumerable<PendingClaim> Pending => snapshot.All<PersistentVolumeClaim>().Where(claim => claim.Phase == "Pending" && !claim.IsBeingDeleted).Select(Judged);

    /// <summary>Pods that mount the claim and are not finished.</summary>
    public IEnumerable<Pod> UsersOf(ObjectRef claim) => users.Value[claim];

    /// <summary>Critical when a workload that mounts the claim has no ready pod.</summary>
    public Severity SeverityOf(ObjectRef claim) => UsersOf(claim).Any(pod => pods.SeverityOf(pod) == Severity.Critical) ? Severity.Critical : Severity.Warning;

    /// <summary>The pods that mount the claim, and what runs them.</summary>
    public ImmutableArray<ObjectRef> SufferingFrom(ObjectRef claim) =>
        [.. UsersOf(claim).SelectMany(pod => new[] { pods.OwnerOf(pod), pod.Ref }).Distinct()];

    /// <summary>The class that the claim names, or the default one; null when it is not known.</summary>
    public StorageClass? ClassOf(PersistentVolumeClaim claim) => claim.StorageClassName.Length > 0
        ? snapshot.Find<StorageClass>("StorageClass", "", claim.StorageClassName)
        : snapshot.All<StorageClass>().FirstOrDefault(found => found.IsDefault);

    /// <summary>The newest event of each reason about the claim.</summary>
    public IEnumerable<Event> Said(PersistentVolumeClaim claim) => snapshot.Events.Newest(claim, context.Now, context.Thresholds.Events);

    private PendingClaim Judged(PersistentVolumeClaim claim)
    {
        var refused = snapshot.Events.Recent(claim, context.Now, context.Thresholds.Events).Where(item => item.Reason == Refused).ToList();
        if (IsClassMissing(claim, refused))
        {
            return new PendingClaim(claim, ClaimFault.ClassMissing, refused.FirstOrDefault(SaysClassMissing), 0, First(refused) ?? claim.Metadata.CreatedAt);
        }

        // The driver puts the id of its request into the message: each refusal may be an event of its own.
        refused.RemoveAll(SaysClassMissing);
        var succeeded = Said(claim).FirstOrDefault(item => item.Reason == Succeeded);
        var refusals = refused.Where(item => succeeded is null || item.LastAt > succeeded.LastAt).ToList();
        var count = refusals.Sum(item => Math.Max(1, item.Count));
        return count >= context.Thresholds.Storage.FewestRefusals
            ? new PendingClaim(claim, ClaimFault.Refused, refusals[0], count, First(refusals))
            : new PendingClaim(claim, ClaimFault.Waiting, null, count, claim.Metadata.CreatedAt);
    }

    private bool IsClassMissing(PersistentVolumeClaim claim, List<Event> refused)
    {
        if (claim.StorageClassName.Length == 0)
        {
            return false;
        }

        return snapshot.PresenceOf(new ObjectRef("StorageClass", "", claim.StorageClassName)) switch
        {
            Presence.Present => false,
            // A class that is only a word, by which volumes made by hand are found, needs no object.
            Presence.Absent => refused.Exists(SaysClassMissing) || !snapshot.All<PersistentVolume>().Any(volume => volume.StorageClassName == claim.StorageClassName),
            _ => refused.Exists(SaysClassMissing),
        };
    }

    private static bool SaysClassMissing(Event item) =>
        item.Message.Contains("storageclass", StringComparison.OrdinalIgnoreCase) && item.Message.Contains("not found", StringComparison.Ordinal);

    private static DateTimeOffset? First(IEnumerable<Event> events) => events.Min(item => item.FirstAt ?? item.LastAt);
}
