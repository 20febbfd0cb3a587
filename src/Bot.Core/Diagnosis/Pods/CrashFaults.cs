using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Rules.Pods;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>Tells why a container that ran is down or was restarted: precise causes first, "it crashes" last. What the log says counts only while the container is not ready or shortly after its last run.</summary>
internal sealed class CrashFaults(ClusterSnapshot snapshot, DiagnosisContext context)
{
    private readonly PodVolumes volumes = new(snapshot, context);
    private readonly ServiceHosts hosts = new(snapshot);
    private readonly ILookup<(string Namespace, string Name), LogExcerpt> logs = snapshot.All<LogExcerpt>().ToLookup(excerpt => (excerpt.Namespace, excerpt.Name));

    public PodCase? Of(Pod pod, ContainerStatus status)
    {
        var exit = LastExit(status);
        if (OomRule.KilledBy(status, context) is { } kill)
        {
            return new PodCase(pod, status, PodFault.OutOfMemory) { Since = kill.FinishedAt, At = kill.FinishedAt };
        }

        var isDown = !status.Ready && (exit.Phase == ContainerPhase.Terminated || status.State.Phase == ContainerPhase.Running);
        var isFresh = isDown || (exit.FinishedAt is { } finished && context.Now - finished < context.Thresholds.Pods.LastRun);
        if (!isFresh || (exit is { Phase: ContainerPhase.Terminated, ExitCode: 0 } && IsPlainInit(pod, status)))
        {
            return null;
        }

        var lines = LinesOf(pod, status, exit);
        var since = SinceOf(pod, status, exit);
        var found = (isDown ? Program(pod, status, exit, lines) ?? DiskFull(pod, status, lines) ?? Unreachable(pod, status, lines, confirmed: true) : null)
            ?? Probes(pod, status)
            ?? (isDown ? Unreachable(pod, status, lines, confirmed: false) : null)
            ?? Rest(pod, status, exit);
        return found is null ? null : found with { Since = found.Since ?? since, At = found.At ?? exit.FinishedAt };
    }

    public static ContainerState LastExit(ContainerStatus status) => status.State.Phase == ContainerPhase.Terminated ? status.State : status.LastState;

    public static bool IsPlainInit(Pod pod, ContainerStatus status) => status.IsInit && pod.SpecOf(status.Name) is not { RestartsAlways: true };

    private static PodCase? Program(Pod pod, ContainerStatus status, ContainerState exit, List<LogLine> lines)
    {
        if (lines.FindLast(line => line.Text.Contains("exec format error", StringComparison.Ordinal)) is { } platform)
        {
            return platform.Tell(pod, status, PodFault.OtherPlatform);
        }

        return exit is not { Phase: ContainerPhase.Terminated, ExitCode: 126 or 127 } ? null : new PodCase(pod, status, PodFault.CommandNotFound)
        {
            Words = lines.Count > 0 ? lines[^1].Text : $"exit code {exit.ExitCode}",
            Field = lines.Count > 0 ? lines[^1].Field : ContainerPaths.Status(status, "lastState.terminated.exitCode"),
        };
    }

    private static DateTimeOffset? SinceOf(Pod pod, ContainerStatus status, ContainerState exit) =>
        status.Ready ? exit.FinishedAt
        : pod.ConditionOf("Ready") is { IsFalse: true, LastTransitionAt: { } lost } ? lost
        : pod.StartedAt ?? pod.Metadata.CreatedAt;

    private PodCase? DiskFull(Pod pod, ContainerStatus status, List<LogLine> lines) =>
        lines.FindLast(line => DiskFullText.IsIn(line.Text)) is { } line && !volumes.HaveRoomAgain(pod, line.At) ? line.Tell(pod, status, PodFault.DiskFull) : null;

    private PodCase? Unreachable(Pod pod, ContainerStatus status, List<LogLine> lines, bool confirmed)
    {
        foreach (var line in confirmed ? lines : lines.TakeLast(context.Thresholds.Pods.LastLogLines))
        {
            if (UnreachableAddress.In(line.Text) is not var (host, port))
            {
                continue;
            }

            var dependency = hosts.Find(host, port, pod.Namespace);
            if (!confirmed || dependency.State == DependencyState.Down)
            {
                return line.Tell(pod, status, PodFault.Dependency) with { Dependency = dependency };
            }
        }

        return null;
    }

    private PodCase? Probes(Pod pod, ContainerStatus status)
    {
        if (status.RestartCount == 0)
        {
            return null;
        }

        var kills = snapshot.Events.Recent(pod, context.Now, context.Thresholds.Events)
            .Where(item => item.Reason == "Killing" && item.Message.StartsWith($"Container {status.Name} failed ", StringComparison.Ordinal))
            .ToList();
        if (kills.Count == 0)
        {
            return null;
        }

        // The newest tells which probe it is: the liveness probe only asks once the startup probe was content.
        var sort = kills[0].Message.Contains("startup probe", StringComparison.Ordinal) ? "startup probe" : "liveness probe";
        var same = kills.Where(item => item.Message.Contains(sort, StringComparison.Ordinal)).ToList();
        var count = same.Sum(item => item.Count);
        return count < context.Thresholds.Pods.ProbeKills ? null : new PodCase(pod, status, sort == "startup probe" ? PodFault.KilledByStartupProbe : PodFault.KilledByLivenessProbe)
        {
            Words = same[0].Message,
            Field = "event Killing",
            At = same[0].LastAt,
            Since = same.Min(item => item.FirstAt),
            Count = count,
        };
    }

    private PodCase? Rest(Pod pod, ContainerStatus status, ContainerState exit)
    {
        var isPlainInit = IsPlainInit(pod, status);
        var fault = isPlainInit
            ? status.RestartCount >= CrashloopRule.FewestRestarts && !status.Ready && exit is { Phase: ContainerPhase.Terminated, ExitCode: not 0 } ? PodFault.InitCrashes : (PodFault?)null
            : CrashloopRule.Loops(pod, status, context) ? PodFault.Crashes
            : status.RestartCount >= context.Thresholds.Pods.RestartsHigh && exit is { Phase: ContainerPhase.Terminated, ExitCode: not 0, FinishedAt: { } finished } && context.Now - finished < context.Thresholds.Pods.LastRun
                ? PodFault.RestartsOften
            : null;
        return fault is null || pod.Phase == "Failed" ? null : new PodCase(pod, status, fault.Value);
    }

    /// <summary>The last lines of the run that counts, oldest first; the termination message stands last.</summary>
    private List<LogLine> LinesOf(Pod pod, ContainerStatus status, ContainerState exit)
    {
        List<LogLine> lines = [];
        var excerpt = logs[(pod.Namespace, pod.Name)].Where(item => item.Container == status.Name && !item.Lines.IsEmpty).OrderByDescending(item => item.Previous).FirstOrDefault();
        if (excerpt is not null)
        {
            lines.AddRange(excerpt.Lines.TakeLast(context.Thresholds.Pods.LogLines).Select(line => new LogLine(line, $"log[{status.Name}]", excerpt.TakenAt)));
        }

        if (exit.Message.Length > 0)
        {
            lines.AddRange(exit.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .TakeLast(context.Thresholds.Pods.LogLines)
                .Select(line => new LogLine(line, ContainerPaths.Status(status, "lastState.terminated.message"), exit.FinishedAt)));
        }

        return lines;
    }

    private sealed record LogLine(string Text, string Field, DateTimeOffset? At)
    {
        public PodCase Tell(Pod pod, ContainerStatus status, PodFault fault) => new(pod, status, fault) { Words = Text, Field = Field, At = At };
    }
}
