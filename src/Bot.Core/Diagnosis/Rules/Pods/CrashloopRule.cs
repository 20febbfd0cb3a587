using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Texts;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The application exits again and again. Kills at the memory limit are told by <c>pod.oom</c>, failing init containers by a rule of their own.</summary>
internal sealed class CrashloopRule : IDiagnosticRule
{
    private const int FewestRestarts = 2;
    private const int ManyExits = 3;

    private static readonly int[] KnownExits = [0, 1, 2, 126, 127, 134, 137, 139, 143];

    public RuleDescriptor Descriptor { get; } = new(RuleIds.PodCrashloop, Severity.Critical, ["Pod", "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Rollout", "LogExcerpt"]);

    public IEnumerable<Finding> Evaluate(ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var scope = new PodScope(snapshot, context);
        foreach (var pod in scope.Pods)
        {
            foreach (var status in pod.Statuses)
            {
                if (IsPlainInit(pod, status) || !Loops(pod, status, context) || OomRule.KilledBy(status, context) is not null || scope.IsRollingOut(pod))
                {
                    continue;
                }

                yield return Found(pod, status, scope, LogOf(pod, status, snapshot));
            }
        }
    }

    internal static bool Loops(Pod pod, ContainerStatus status, DiagnosisContext context) =>
        status.RestartCount >= FewestRestarts
        && (status.State is { Phase: ContainerPhase.Waiting, Reason: "CrashLoopBackOff" }
            || (status.RestartCount >= ManyExits
                && LastExit(status).FinishedAt is { } finished
                && context.Now - finished <= context.Thresholds.Pods.CrashWindow
                && !context.IsOlder(pod.StartedAt ?? pod.Metadata.CreatedAt, context.Thresholds.Pods.CrashWindow)));

    private static bool IsPlainInit(Pod pod, ContainerStatus status) => status.IsInit && pod.SpecOf(status.Name) is not { RestartsAlways: true };

    private static ContainerState LastExit(ContainerStatus status) => status.State.Phase == ContainerPhase.Terminated ? status.State : status.LastState;

    private static ImmutableArray<string> LogOf(Pod pod, ContainerStatus status, ClusterSnapshot snapshot) => snapshot.All<LogExcerpt>()
        .Where(excerpt => excerpt.Namespace == pod.Namespace && excerpt.Name == pod.Name && excerpt.Container == status.Name && !excerpt.Lines.IsEmpty)
        .OrderByDescending(excerpt => excerpt.Previous)
        .Select(excerpt => excerpt.Lines)
        .FirstOrDefault([]);

    private Finding Found(Pod pod, ContainerStatus status, PodScope scope, ImmutableArray<string> log)
    {
        var exit = LastExit(status);
        var owner = scope.OwnerOf(pod);
        var serving = scope.ReadyOf(pod) is { Ready: > 0 };
        var words = string.Join('\n', log.TakeLast(3).Append(exit.Message).Where(text => text.Length > 0));
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
            Since = pod.StartedAt ?? pod.Metadata.CreatedAt,
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
