using System.Globalization;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The program that the container should run is not in the image, or may not be run.</summary>
internal sealed class CommandNotFoundRule() : PodFaultRule(RuleIds.PodCommandNotFound, PodFault.CommandNotFound, Severity.Warning.To(Severity.Critical), "LogExcerpt")
{
    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => TimeSpan.Zero;

    protected override Finding Tell(PodCase found, PodCases cases)
    {
        var (action, command) = Undo(found, cases, Logs(found));
        return Begin(found, cases) with
        {
            Facts = Facts(("container", found.Status.Name), ("exit", CrashFaults.LastExit(found.Status).ExitCode)),
            Evidence =
            [
                found.Told,
                StatusOf(found, "lastState.terminated.exitCode", CrashFaults.LastExit(found.Status).ExitCode.ToString(CultureInfo.InvariantCulture)),
                SpecOf(found, "command", found.Spec?.Command ?? ""),
                SpecOf(found, "image", found.Spec?.Image ?? ""),
            ],
            Action = action,
            Command = command,
        };
    }
}
