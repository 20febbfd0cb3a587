using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Workloads;

/// <summary>Which HorizontalPodAutoscaler owns the replicas of a workload: a change of the number has to be made there.</summary>
internal static class Autoscalers
{
    public static HorizontalPodAutoscaler? Of(ClusterSnapshot snapshot, ObjectRef target) =>
        snapshot.All<HorizontalPodAutoscaler>().FirstOrDefault(scaler => TargetOf(scaler) == target);

    public static ObjectRef TargetOf(HorizontalPodAutoscaler scaler) => new(scaler.TargetKind, scaler.Namespace, scaler.TargetName);

    public static IEnumerable<Evidence> Line(ClusterSnapshot snapshot, ObjectRef target) =>
        Of(snapshot, target) is { } scaler ? [new Evidence(scaler.Ref, "spec.minReplicas, maxReplicas", $"{scaler.MinReplicas}, {scaler.MaxReplicas}")] : [];
}
