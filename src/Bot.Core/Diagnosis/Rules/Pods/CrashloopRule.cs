using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Texts;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The application exits again and again. Precise causes (memory, probes, a full disk, a dependency, a wrong command, failing init containers) are told by rules of their own.</summary>
internal sealed class CrashloopRule : IDiagnosticRule
{
    public const int FewestRestarts = 2;
    private const int ManyExits = 3;

    private static readonly int[] KnownExits = [0, 1, 2, 126, 127, 134, 137, 139, 143];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.PodCrashloop, Severity.Warning.To(Severity.Critical), ["Pod", "Event", "Service", "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Rollout", "LogExcerpt"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var cases = PodCases.Of(snapshot, context);
        return cases.With(PodFault.Crashes).Where(found => !cases.Scope.IsRollingOut(found.Pod)).Select(found => Found(found, cases.Scope, LastWords.Of(found, snapshot)));
    }

    internal static bool Loops(Pod pod, ContainerStatus status, DiagnosisContext context) =>
        status.RestartCount >= FewestRestarts
        && (status.State is { Phase: ContainerPhase.Waiting, Reason: "CrashLoopBackOff" }
            || (status.RestartCount >= ManyExits
                && CrashFaults.LastExit(status).FinishedAt is { } finished
                && context.Now - finished <= context.Thresholds.Pods.CrashWindow
                && !context.IsOlder(pod.StartedAt ?? pod.Metadata.CreatedAt, context.Thresholds.Pods.CrashWindow)));

    private Finding Found(PodCase found, PodScope scope, string words)
    {
        var (pod, status) = (found.Pod, found.Status);
        var exit = CrashFaults.LastExit(status);
        var owner = scope.OwnerOf(pod);
        var serving = scope.ReadyOf(pod) is { Ready: > 0 };
        Evidence[] evidence =
        [
            new(pod.Ref, ContainerPaths.Status(status, "lastState.terminated.exitCode"), exit.ExitCode.ToString(CultureInfo.InvariantCulture)) { At = exit.FinishedAt },
            new(pod.Ref, ContainerPaths.Status(status, "restartCount"), status.RestartCount.ToString(CultureInfo.InvariantCulture)),
            new(pod.Ref, ContainerPaths.Status(status, "state.waiting.reason"), status.State.Reason),
        ];
        return new Finding
        {
            Rule = Descriptor.Id,
            Severity = scope.SeverityOf(pod),
            Subject = pod.Ref,
            Variant = serving ? "serving" : "",
            Since = found.Since,
            Facts = ImmutableDictionary.CreateRange<string, object>(
            [
                new("container", status.Name), new("exit", exit.ExitCode), new("restarts", status.RestartCount),
                new("exitText", new TextKey(KnownExits.Contains(exit.ExitCode) ? $"pod.exit.{exit.ExitCode}" : "pod.exit.other")),
            ]),
            Evidence = [.. (words.Length > 0 ? evidence[..2].Append(new Evidence(pod.Ref, $"log[{status.Name}]", words)) : evidence).Concat(scope.ReadyEvidence(pod))],
            Action = owner.Kind == "Deployment" && serving ? "rollout-undo" : null,
            Command = $"kubectl -n {pod.Namespace} logs {pod.Name} -c {status.Name} --previous --tail=40",
            PointsTo = [.. pod.Secrets.Where(name => words.Contains(name, StringComparison.Ordinal)).Select(name => new ObjectRef("Secret", pod.Namespace, name))],
        };
    }
}
