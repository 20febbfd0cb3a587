using System.Globalization;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>An init container fails again and again, so that the program is never started.</summary>
internal sealed class InitCrashloopRule() : PodFaultRule(RuleIds.PodInitCrashloop, PodFault.InitCrashes, Severity.Warning.To(Severity.Critical), "LogExcerpt")
{
    protected override bool WaitsForRollouts => true;

    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => TimeSpan.Zero;

    protected override Finding Tell(PodCase found, PodCases cases)
    {
        var exit = CrashFaults.LastExit(found.Status);
        return Begin(found, cases) with
        {
            Facts = Facts(("container", found.Status.Name), ("exit", exit.ExitCode), ("restarts", found.Status.RestartCount)),
            Evidence =
            [
                StatusOf(found, "lastState.terminated.exitCode", exit.ExitCode.ToString(CultureInfo.InvariantCulture)) with { At = exit.FinishedAt },
                StatusOf(found, "restartCount", found.Status.RestartCount.ToString(CultureInfo.InvariantCulture)),
                new(found.Pod.Ref, $"log[{found.Status.Name}]", LastWords.Of(found, cases.Snapshot)),
            ],
            Command = Logs(found),
        };
    }
}
