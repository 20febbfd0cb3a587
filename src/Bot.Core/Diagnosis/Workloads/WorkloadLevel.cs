using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Workloads;

/// <summary>How bad a fault is for the workload that has it.</summary>
internal static class WorkloadLevel
{
    /// <summary>Critical when pods are wanted and none is ready; one that still serves, and any DaemonSet, is a warning.</summary>
    public static Severity Of(Workload? workload) =>
        workload is { Replicas: > 0, ReadyReplicas: 0 } and not DaemonSet ? Severity.Critical : Severity.Warning;

    public static Evidence Ready(Workload workload) => new(workload.Ref, "status.readyReplicas", $"{workload.ReadyReplicas}/{workload.Replicas}");
}
