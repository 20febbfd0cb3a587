using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>How full the volumes of a pod are, where somebody measured it.</summary>
internal sealed class PodVolumes(ClusterSnapshot snapshot, DiagnosisContext context)
{
    /// <summary>True when every claim of the pod was measured after the words about a full disk were said, and none is full: it was grown or emptied since.</summary>
    public bool HaveRoomAgain(Pod pod, DateTimeOffset? said) =>
        !pod.Claims.IsEmpty
        && pod.Claims.All(claim => UsageOf(pod, claim) is { } usage && (said is null || usage.TakenAt > said) && Fullness(usage) < context.Thresholds.Pods.VolumeFull);

    /// <summary>The claim that is most likely the full one: the fullest of those that were measured, else the first.</summary>
    public PersistentVolumeClaim? Fullest(Pod pod) => pod.Claims
        .Select(claim => snapshot.Find<PersistentVolumeClaim>("PersistentVolumeClaim", pod.Namespace, claim))
        .OfType<PersistentVolumeClaim>()
        .OrderByDescending(claim => UsageOf(pod, claim.Name) is { } usage ? Fullness(usage) : 0)
        .FirstOrDefault();

    public VolumeUsage? UsageOf(Pod pod, string claim) => snapshot.Find<VolumeUsage>("VolumeUsage", pod.Namespace, claim);

    private static decimal Fullness(VolumeUsage usage) => Math.Max(
        usage.CapacityBytes > 0 ? (decimal)usage.UsedBytes / usage.CapacityBytes : 0,
        usage is { Inodes: > 0 and var inodes, InodesUsed: { } used } ? (decimal)used / inodes : 0);
}
