using System.Globalization;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>A container is restarted often and runs in between.</summary>
internal sealed class RestartsHighRule() : PodFaultRule(RuleIds.PodRestartsHigh, PodFault.RestartsOften, Severity.Warning, "LogExcerpt")
{
    protected override bool WaitsForRollouts => true;

    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => TimeSpan.Zero;

    protected override Finding Tell(PodCase found, PodCases cases)
    {
        var exit = CrashFaults.LastExit(found.Status);
        var hours = cases.Context.Now - (found.Pod.StartedAt ?? found.Pod.Metadata.CreatedAt) is { TotalHours: > 1 } age ? age.TotalHours : 1;
        return Begin(found, cases) with
        {
            Facts = Facts(("container", found.Status.Name), ("restarts", found.Status.RestartCount), ("exit", exit.ExitCode)),
            Evidence =
            [
                StatusOf(found, "restartCount", string.Create(CultureInfo.InvariantCulture, $"{found.Status.RestartCount} ({found.Status.RestartCount / hours:0.#} an hour)")),
                StatusOf(found, "lastState.terminated", string.Create(CultureInfo.InvariantCulture, $"exit {exit.ExitCode} {exit.Reason}").TrimEnd()) with { At = exit.FinishedAt },
                new(found.Pod.Ref, $"log[{found.Status.Name}]", LastWords.Of(found, cases.Snapshot)),
            ],
            Command = Logs(found),
        };
    }
}
