using System.Globalization;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>A pod that nobody starts again has failed. Pods of Jobs count through the Job, evicted ones through their node.</summary>
internal sealed class PodFailedRule() : PodFaultRule(RuleIds.PodFailed, PodFault.Failed, Severity.Warning, "LogExcerpt")
{
    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => thresholds.Failed;

    protected override bool IsExcused(PodCase found, PodCases cases) => cases.Context.IsOlder(found.Since, cases.Thresholds.FailedWindow);

    protected override Finding Tell(PodCase found, PodCases cases)
    {
        var exit = CrashFaults.LastExit(found.Status);
        return Begin(found, cases) with
        {
            Severity = Severity.Warning,
            Facts = Facts(("container", found.Status.Name), ("exit", exit.ExitCode)),
            Evidence =
            [
                StatusOf(found, "state.terminated.exitCode", exit.ExitCode.ToString(CultureInfo.InvariantCulture)) with { At = exit.FinishedAt },
                .. found.Words.Length > 0 ? [found.Told] : Array.Empty<Evidence>(),
                new(found.Pod.Ref, $"log[{found.Status.Name}]", LastWords.Of(found, cases.Snapshot)),
                new(found.Pod.Ref, "spec.restartPolicy", found.Pod.RestartPolicy),
            ],
            Command = Logs(found, previous: false),
        };
    }
}
