using System.Collections.Frozen;

namespace Bot.Core.Clusters;

/// <summary>What a record itself shows to be odd: a status that every live object has and this one lacks, a word that the API does not know, a moment to come.</summary>
internal static class ObjectShapes
{
    private const string Missing = "missing";

    // Clocks of machines differ by seconds; this much is no difference of clocks.
    private static readonly TimeSpan ToCome = TimeSpan.FromMinutes(10);

    private static readonly FrozenSet<string> PodPhases = FrozenSet.ToFrozenSet(["Pending", "Running", "Succeeded", "Failed", "Unknown"]);
    private static readonly FrozenSet<string> ClaimPhases = FrozenSet.ToFrozenSet(["Pending", "Bound", "Lost"]);
    private static readonly FrozenSet<string> SyncStatuses = FrozenSet.ToFrozenSet(["", "Synced", "OutOfSync", "Unknown"]);
    private static readonly FrozenSet<string> HealthStatuses = FrozenSet.ToFrozenSet(["", "Healthy", "Progressing", "Degraded", "Suspended", "Missing", "Unknown"]);

    public static bool IsOdd(ClusterObject item, DateTimeOffset now) => item.OddFields.Length > 0 || Of(item, now).Any();

    public static IEnumerable<OddField> Of(ClusterObject item, DateTimeOffset now)
    {
        if (item.Metadata.CreatedAt is { } created && created - now > ToCome)
        {
            yield return new OddField("metadata.creationTimestamp", created.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        }

        switch (item)
        {
            case Pod pod when !PodPhases.Contains(pod.Phase):
                yield return new OddField("status.phase", Or(pod.Phase));
                break;
            case PersistentVolumeClaim claim when !ClaimPhases.Contains(claim.Phase):
                yield return new OddField("status.phase", Or(claim.Phase));
                break;
            case Node { Conditions.Length: 0 }:
                yield return new OddField("status.conditions", Missing);
                break;
            case Application application when !SyncStatuses.Contains(application.SyncStatus):
                yield return new OddField("status.sync.status", application.SyncStatus);
                break;
            case Application application when !HealthStatuses.Contains(application.HealthStatus):
                yield return new OddField("status.health.status", application.HealthStatus);
                break;
            default:
                break;
        }
    }

    private static string Or(string value) => value.Length == 0 ? Missing : value;
}
