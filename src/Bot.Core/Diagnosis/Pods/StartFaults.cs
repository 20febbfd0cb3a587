using System.Text.RegularExpressions;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Pods;

/// <summary>Tells why a container that waits was not started, from the kubelet's reason and words.</summary>
internal sealed partial class StartFaults(ClusterSnapshot snapshot, DiagnosisContext context)
{
    private static readonly string[] Refusals = ["CreateContainerError", "RunContainerError", "CreatePodSandboxError", "PreCreateHookError", "PreStartHookError", "PostStartHookError", "StartError", "ContainerCannotRun"];

    public PodCase? Of(Pod pod, ContainerStatus status)
    {
        var found = status.State switch
        {
            { Phase: ContainerPhase.Waiting, Reason: "CreateContainerConfigError" } => Config(pod, status),
            { Phase: ContainerPhase.Waiting, Reason: "CrashLoopBackOff" } when Refusals.Contains(status.LastState.Reason) => Refused(pod, status, status.LastState.Message, "lastState.terminated.message"),
            { Phase: ContainerPhase.Waiting } state when Refusals.Contains(state.Reason) => Refused(pod, status, state.Message, "state.waiting.message"),
            { Phase: ContainerPhase.Waiting } => Image(pod, status),
            { Phase: ContainerPhase.Terminated } state when Refusals.Contains(state.Reason) => Refused(pod, status, state.Message, "state.terminated.message"),
            _ => null,
        };
        return found is null ? null : found with { Since = pod.StartedAt ?? pod.Metadata.CreatedAt };
    }

    /// <summary>True when the words say that the program itself could not be found or may not be run.</summary>
    public static bool IsNoCommand(string words) => words.Contains("exec", StringComparison.Ordinal) && NoCommand().IsMatch(words);

    private static PodCase Config(Pod pod, ContainerStatus status)
    {
        var told = Told(pod, status, PodFault.CreateFailed, status.State.Message, "state.waiting.message");
        return ConfigReference.MissingKey(status.State.Message, pod.Namespace) is var (key, holder) ? told with { Fault = PodFault.ConfigKeyMissing, Name = key, Named = holder }
            : ConfigReference.Missing(status.State.Message, pod.Namespace) is { } missing ? told with { Fault = PodFault.ConfigMissing, Name = missing.Name, Named = missing }
            : told;
    }

    private static PodCase Refused(Pod pod, ContainerStatus status, string words, string field) => Told(
        pod,
        status,
        words.Contains("exec format error", StringComparison.Ordinal) ? PodFault.OtherPlatform : IsNoCommand(words) ? PodFault.CommandNotFound : PodFault.CreateFailed,
        words,
        field);

    private static PodCase Told(Pod pod, ContainerStatus status, PodFault fault, string words, string field) =>
        new(pod, status, fault) { Words = words, Field = ContainerPaths.Status(status, field) };

    private PodCase? Image(Pod pod, ContainerStatus status)
    {
        var (fault, words) = ImageFaults.Of(pod, status, snapshot, context);
        return fault == ImageFault.None
            ? null
            : Told(pod, status, fault == ImageFault.OtherPlatform ? PodFault.OtherPlatform : PodFault.Image, words, "state.waiting.message") with { Image = fault };
    }

    [GeneratedRegex(@"executable file not found|exec[^\n]*no such file or directory|exec[^\n]*permission denied|exec[^\n]*is a directory", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoCommand();
}
