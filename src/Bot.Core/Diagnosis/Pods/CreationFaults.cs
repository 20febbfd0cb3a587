using System.Text.RegularExpressions;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>Tells from the events of the last hour why a pod that has its node is not started: network, volumes, or nothing that anybody says.</summary>
internal sealed partial class CreationFaults(ClusterSnapshot snapshot, DiagnosisContext context)
{
    private static readonly string[] Creating = ["ContainerCreating", "PodInitializing", ""];

    /// <summary>Nothing of it runs (but native sidecars), and no container says more than that it is being made.</summary>
    public static bool IsBeingCreated(Pod pod) =>
        (pod.NodeName.Length > 0 || !pod.Statuses.IsEmpty)
        && pod.Phase is "Pending" or "Running"
        && pod.Statuses.All(status => IsDone(status) || IsSidecar(pod, status) || (status.State.Phase is ContainerPhase.Waiting or ContainerPhase.None && Creating.Contains(status.State.Reason)))
        && (pod.Statuses.IsEmpty || pod.Statuses.Any(status => !IsDone(status) && !IsSidecar(pod, status)));

    public PodCase Of(Pod pod)
    {
        var status = pod.Statuses.FirstOrDefault(item => !IsDone(item) && !IsSidecar(pod, item)) ?? new ContainerStatus { Name = pod.Containers.FirstOrDefault()?.Name ?? "" };
        var events = snapshot.Events.Recent(pod, context.Now, context.Thresholds.Events).ToList();
        return Network(pod, status, events) ?? Attach(pod, status, events) ?? Mount(pod, status, events) ?? Slow(pod, status, events);
    }

    private static bool IsDone(ContainerStatus status) => status.IsInit && status.State is { Phase: ContainerPhase.Terminated, ExitCode: 0 };

    private static bool IsSidecar(Pod pod, ContainerStatus status) => status.IsInit && status.State.Phase == ContainerPhase.Running && pod.SpecOf(status.Name) is { RestartsAlways: true };

    private static PodCase? Attach(Pod pod, ContainerStatus status, List<Event> events) =>
        Told(pod, status, PodFault.AttachedElsewhere, Still(events, "FailedAttachVolume", "SuccessfulAttachVolume").Where(item => item.Message.Contains("Multi-Attach", StringComparison.Ordinal)));

    private static PodCase? Mount(Pod pod, ContainerStatus status, List<Event> events)
    {
        var mounts = Still(events, "FailedMount", "SuccessfulMountVolume").ToList();
        foreach (var item in mounts)
        {
            if (ConfigReference.MissingKey(item.Message, pod.Namespace) is var (key, holder))
            {
                return Told(pod, status, PodFault.ConfigKeyMissing, [item])! with { Name = key, Named = holder };
            }

            if (ConfigReference.Missing(item.Message, pod.Namespace) is { } missing)
            {
                return Told(pod, status, PodFault.ConfigMissing, [item])! with { Name = missing.Name, Named = missing };
            }
        }

        // The words that name a reason are worth more than the one that only says that time ran out.
        var told = mounts.Concat(Still(events, "FailedAttachVolume", "SuccessfulAttachVolume")).OrderBy(item => item.Message.Contains("timed out waiting", StringComparison.Ordinal)).ToList();
        return Told(pod, status, PodFault.MountFailed, told) is not { } found ? null : found with { Name = Volume().Match(found.Words).Groups["name"].Value };
    }

    private static IEnumerable<Event> Still(List<Event> events, string failure, string success)
    {
        var mended = events.Where(item => item.Reason == success).Max(item => item.LastAt);
        return events.Where(item => item.Reason == failure && (mended is null || item.LastAt > mended));
    }

    private static PodCase? Told(Pod pod, ContainerStatus status, PodFault fault, IEnumerable<Event> same)
    {
        var told = same.ToList();
        return told.Count == 0 ? null : new PodCase(pod, status, fault)
        {
            Words = told[0].Message,
            Field = $"event {told[0].Reason}",
            At = told[0].LastAt,
            Since = told.Min(item => item.FirstAt),
            Count = told.Sum(item => item.Count),
        };
    }

    private static PodCase Slow(Pod pod, ContainerStatus status, List<Event> events) => new(pod, status, PodFault.SlowStart)
    {
        Words = events.Count > 0 ? $"{events[0].Reason}: {events[0].Message}" : status.State.Reason,
        Field = events.Count > 0 ? "event" : ContainerPaths.Status(status, "state.waiting.reason"),
        At = events.Count > 0 ? events[0].LastAt : null,
        Name = events.Count > 0 ? events[0].Reason : "",
        Since = pod.ConditionOf("PodScheduled") is { IsTrue: true, LastTransitionAt: { } placed } ? placed : pod.StartedAt ?? pod.Metadata.CreatedAt,
    };

    private PodCase? Network(Pod pod, ContainerStatus status, List<Event> events)
    {
        var started = events.Where(item => item.Reason is "Pulling" or "Pulled" or "Created" or "Started").Max(item => item.LastAt);
        var failures = events.Where(item => item.Reason == "FailedCreatePodSandBox" && (started is null || item.LastAt > started)).ToList();
        return Told(pod, status, PodFault.NoPodIp, failures.Where(item => NoAddress().IsMatch(item.Message)))
            ?? (Told(pod, status, PodFault.SandboxFailed, failures) is { } found && found.Count >= context.Thresholds.Pods.SandboxFailures ? found : null);
    }

    [GeneratedRegex(@"failed to assign an IP address|InsufficientFreeAddressesInSubnet|InsufficientCidrBlocks|no (?:available )?IP addresses|no free IP|IP pool.*exhausted", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoAddress();

    [GeneratedRegex(@"volumes? ""(?<name>[^""]+)""|unmounted volumes=\[(?<name>[^\]\s]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Volume();
}
