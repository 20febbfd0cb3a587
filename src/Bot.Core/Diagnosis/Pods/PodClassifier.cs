using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>Gives every container of a pod its one fault: not placed, not started, crashed, or merely not ready, in this order.</summary>
internal sealed class PodClassifier(ClusterSnapshot snapshot, DiagnosisContext context)
{
    private readonly StartFaults starts = new(snapshot, context);
    private readonly CreationFaults creations = new(snapshot, context);
    private readonly CrashFaults crashes = new(snapshot, context);

    public IEnumerable<PodCase> Of(Pod pod)
    {
        if (pod.ConditionOf("PodScheduled") is { IsFalse: true } waits)
        {
            return NotPlaced(pod, waits) is { } held ? [held] : [];
        }

        var found = pod.Statuses.Select(status => starts.Of(pod, status) ?? crashes.Of(pod, status)).OfType<PodCase>().ToList();
        return found.Count > 0 ? found
            : pod.Phase == "Failed" ? Failed(pod)
            : pod.IsBeingDeleted ? []
            : CreationFaults.IsBeingCreated(pod) ? [creations.Of(pod)]
            : NotReady(pod);
    }

    private static PodCase? NotPlaced(Pod pod, Condition waits)
    {
        var place = new PodCase(pod, Whole(pod), PodFault.Gated)
        {
            Words = waits.Message,
            Field = "status.conditions[PodScheduled].message",
            At = waits.LastTransitionAt,
            Since = waits.LastTransitionAt ?? pod.Metadata.CreatedAt,
        };
        return waits.Reason switch
        {
            "SchedulingGated" => place,
            "Unschedulable" when SchedulerMessage.Read(waits.Message) is var (fault, reasons, name) => place with { Fault = fault, Name = name, Reasons = reasons },
            _ => null,
        };
    }

    private static IEnumerable<PodCase> Failed(Pod pod)
    {
        if (pod.Reason == "Evicted")
        {
            return [];
        }

        var ended = pod.Statuses.FirstOrDefault(status => status.State is { Phase: ContainerPhase.Terminated, ExitCode: not 0 }) ?? Whole(pod);
        return [new PodCase(pod, ended, PodFault.Failed) { Words = $"{pod.Reason} {pod.Message}".Trim(), Field = "status.reason", Since = ended.State.FinishedAt ?? pod.ConditionOf("Ready")?.LastTransitionAt ?? pod.StartedAt }];
    }

    /// <summary>A mesh proxy that is not ready is told by the rules of the mesh.</summary>
    private static IEnumerable<PodCase> NotReady(Pod pod) =>
        pod.Phase == "Running"
        && pod.ConditionOf("ContainersReady") is { IsFalse: true } condition
        && pod.Statuses.FirstOrDefault(status => status is { IsInit: false, Ready: false, State.Phase: ContainerPhase.Running } && status.Name != "istio-proxy") is { } waiting
            ? [new PodCase(pod, waiting, PodFault.NotReady) { Words = condition.Message, Field = "status.conditions[ContainersReady].message", At = condition.LastTransitionAt, Since = condition.LastTransitionAt }]
            : [];

    private static ContainerStatus Whole(Pod pod) => pod.Statuses.FirstOrDefault() ?? new ContainerStatus { Name = pod.Containers.FirstOrDefault()?.Name ?? "" };
}
