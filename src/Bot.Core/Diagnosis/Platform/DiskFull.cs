using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Diagnosis.Platform;

/// <summary>Words of a program that its disk is full, in its last log lines or in what it said at its end, unless its volumes were seen to have room since.</summary>
internal static class DiskFull
{
    public static Evidence? Of(Pod pod, ClusterSnapshot snapshot, DiagnosisContext context) =>
        Said(pod, snapshot) is { } said && !new PodVolumes(snapshot, context).HaveRoomAgain(pod, said.At) ? said : null;

    private static Evidence? Said(Pod pod, ClusterSnapshot snapshot)
    {
        foreach (var status in pod.Statuses)
        {
            foreach (var (field, state) in new[] { ("state.terminated.message", status.State), ("lastState.terminated.message", status.LastState) })
            {
                if (DiskFullText.IsIn(state.Message))
                {
                    return new Evidence(pod.Ref, $"status.containerStatuses[{status.Name}].{field}", state.Message) { At = state.FinishedAt };
                }
            }
        }

        foreach (var excerpt in snapshot.All<LogExcerpt>().Where(excerpt => excerpt.Namespace == pod.Namespace && excerpt.Name == pod.Name))
        {
            if (excerpt.Lines.LastOrDefault(DiskFullText.IsIn) is { } said)
            {
                return new Evidence(pod.Ref, $"log[{excerpt.Container}]", said) { At = excerpt.TakenAt };
            }
        }

        return null;
    }
}
