using Bot.Core.Clusters;

namespace Bot.Kubernetes.Observing;

/// <summary>Chooses the containers whose last words are worth reading: those that crash or never became ready, and those of the roots of a diagnosis.</summary>
internal static class LogTargets
{
    public const int AtMost = 20;
    private const int PodsOfARoot = 2;
    private static readonly TimeSpan TimeToStart = TimeSpan.FromMinutes(1);

    public static IEnumerable<LogTarget> Of(ClusterSnapshot snapshot, IReadOnlyCollection<ObjectRef> roots, DateTimeOffset now) =>
        roots.SelectMany(root => PodsOf(snapshot, root).Where(MayHaveSpoken).OrderByDescending(pod => pod.Metadata.CreatedAt).Take(PodsOfARoot))
            .SelectMany(OfRoot)
            .Concat(snapshot.All<Pod>().Where(pod => MayHaveSpoken(pod) && !pod.IsBeingDeleted).SelectMany(pod => InTrouble(pod, now)))
            .Distinct()
            .Take(AtMost);

    // A pod whose init container crashes stays Pending.
    private static bool MayHaveSpoken(Pod pod) => pod.Phase is "Running" or "Failed" or "Pending";

    private static IEnumerable<Pod> PodsOf(ClusterSnapshot snapshot, ObjectRef root) =>
        snapshot.Find(root) is Pod pod ? [pod] : snapshot.Pods.OwnedBy(snapshot.Owners.TopOf(root));

    private static IEnumerable<LogTarget> OfRoot(Pod pod) =>
        pod.Statuses.Where(status => !status.Ready && HasRun(status)).Select(status => Target(pod, status));

    private static IEnumerable<LogTarget> InTrouble(Pod pod, DateTimeOffset now) =>
        pod.Statuses.Where(status => IsCrashing(status) || NeverReady(pod, status, now)).Select(status => Target(pod, status));

    private static LogTarget Target(Pod pod, ContainerStatus status) =>
        new(pod.Metadata, status.Name, Previous: status.State.Phase != ContainerPhase.Terminated && status.LastState.Phase == ContainerPhase.Terminated, status.RestartCount);

    private static bool IsCrashing(ContainerStatus status) =>
        status.State is { Phase: ContainerPhase.Waiting, Reason: "CrashLoopBackOff" }
        || status.State is { Phase: ContainerPhase.Terminated, ExitCode: not 0 };

    private static bool NeverReady(Pod pod, ContainerStatus status, DateTimeOffset now) =>
        status is { IsInit: false, Ready: false, State: { Phase: ContainerPhase.Running, StartedAt: { } started } } && now - started > TimeToStart && pod.Phase == "Running";

    private static bool HasRun(ContainerStatus status) =>
        status.State.Phase is ContainerPhase.Running or ContainerPhase.Terminated || status.LastState.Phase == ContainerPhase.Terminated;
}
