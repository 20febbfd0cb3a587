using Bot.Core.Clusters;

namespace Bot.Core.Environments;

/// <summary>Says in one word what is wrong with a pod, as <c>kubectl get pods</c> would; null when nothing is.</summary>
public static class PodTrouble
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    public static string? Of(Pod pod, DateTimeOffset now)
    {
        if (pod.Metadata.DeletedAt is { } deleted)
        {
            return now - deleted >= Grace ? "Terminating" : null;
        }

        if (pod.Phase == "Succeeded")
        {
            return null;
        }

        if (pod.Statuses.Select(Waiting).FirstOrDefault(reason => reason is not null) is { } waiting)
        {
            return waiting;
        }

        return pod.Phase switch
        {
            "Running" => pod.Statuses.Any(status => !status.IsInit && !status.Ready) ? "NotReady" : null,
            _ => pod.Reason.Length > 0 ? pod.Reason : pod.Phase.Length > 0 ? pod.Phase : "Unknown",
        };
    }

    private static string? Waiting(ContainerStatus status) => status.State.Phase switch
    {
        ContainerPhase.Waiting when status.State.Reason is "ContainerCreating" or "PodInitializing" or "" => null,
        ContainerPhase.Waiting => status.State.Reason,
        ContainerPhase.Terminated when status.State.ExitCode != 0 => status.State.Reason.Length > 0 ? status.State.Reason : "Error",
        _ => null,
    };
}
