using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Storage;

namespace Bot.Core.Diagnosis.Platform;

/// <summary>What a person looks at when a database does not start, in that order: the pod, its claim, its Secret, its disk.</summary>
internal sealed class PostgresChecks
{
    private Evidence? pod;
    private Evidence? volume;
    private Evidence? secret;
    private Evidence? disk;
    private ObjectRef? claim;

    public PostgresChecks(ImmutableArray<Pod> pods, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        foreach (var found in pods)
        {
            CheckPod(found);
            foreach (var name in found.Claims)
            {
                CheckClaim(new ObjectRef("PersistentVolumeClaim", found.Namespace, name), snapshot, context);
            }

            CheckSecrets(found, snapshot);
            disk ??= DiskFull.Of(found, snapshot, context);
        }

        IsDiskFull |= disk is not null;
        if (IsDiskFull && claim is not null)
        {
            Causes.Add(claim.Value);
        }
    }

    public bool IsDiskFull { get; private set; }

    public bool IsClaimBroken { get; private set; }

    public bool IsSecretMissing { get; private set; }

    /// <summary>The claim of the data, or the one that is at fault.</summary>
    public ObjectRef? Claim => claim;

    public string MissingSecret { get; private set; } = "";

    /// <summary>Objects that a check names as the cause.</summary>
    public HashSet<ObjectRef> Causes { get; } = [];

    /// <summary>At most four, in the order of the checks.</summary>
    public IEnumerable<Evidence> Evidence => new[] { pod, volume, secret, disk }.OfType<Evidence>();

    private void CheckPod(Pod found)
    {
        var state = ComponentScope.StateOf(found);
        pod ??= new Evidence(found.Ref, state.Field, state.Value) { At = state.At };
    }

    private void CheckClaim(ObjectRef reference, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var broken = snapshot.PresenceOf(reference) == Presence.Absent || snapshot.Find(reference) is PersistentVolumeClaim { Phase: "Pending" or "Lost" };
        if (broken && !IsClaimBroken)
        {
            IsClaimBroken = true;
            claim = reference;
            Causes.Add(reference);
            volume = new Evidence(reference, "status.phase", snapshot.Find(reference) is PersistentVolumeClaim waiting ? waiting.Phase : "not found");
        }

        claim ??= reference;
        if (snapshot.Find<VolumeUsage>("VolumeUsage", reference.Namespace, reference.Name) is { } usage
            && VolumeFill.Of(usage, context) is { } fill && fill.Percent > context.Thresholds.Storage.NearFullCritical)
        {
            IsDiskFull = true;
            claim = reference;
            disk ??= new Evidence(reference, "usage", fill.Shown) { At = usage.TakenAt };
        }

        volume ??= snapshot.Find(reference) is PersistentVolumeClaim known ? new Evidence(reference, "status.phase", $"{known.Phase}, {known.Capacity?.Text ?? known.Requested?.Text}") : null;
    }

    private void CheckSecrets(Pod found, ClusterSnapshot snapshot)
    {
        foreach (var name in found.Secrets)
        {
            var reference = new ObjectRef("Secret", found.Namespace, name);
            var presence = snapshot.PresenceOf(reference);
            var said = found.Statuses.Select(status => status.State).FirstOrDefault(state =>
                state.Reason == "CreateContainerConfigError" && state.Message.Contains("secret", StringComparison.OrdinalIgnoreCase) && state.Message.Contains(name, StringComparison.Ordinal));
            if (presence == Presence.Absent || said is not null)
            {
                IsSecretMissing = true;
                MissingSecret = name;
                Causes.Add(reference);
                secret = new Evidence(reference, "metadata", said?.Message ?? "not found");
                return;
            }

            secret ??= new Evidence(reference, "metadata", presence.ToString().ToLowerInvariant());
        }
    }
}
