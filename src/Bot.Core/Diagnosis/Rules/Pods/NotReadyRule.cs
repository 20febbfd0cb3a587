using System.Globalization;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The program runs and does not become ready: it gets no traffic.</summary>
internal sealed class NotReadyRule() : PodFaultRule(RuleIds.PodNotReady, PodFault.NotReady, Severity.Warning.To(Severity.Critical), "Event", "Node")
{
    protected override bool WaitsForRollouts => true;

    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds)
    {
        var rounds = found.Spec?.Readiness is { } probe ? TimeSpan.FromSeconds((long)thresholds.NotReadyRounds * probe.FailureThreshold * probe.PeriodSeconds) : TimeSpan.Zero;
        return rounds > thresholds.NotReady ? rounds : thresholds.NotReady;
    }

    protected override Finding Tell(PodCase found, PodCases cases)
    {
        var said = cases.Snapshot.Events.Recent(found.Pod, cases.Context.Now, cases.Context.Thresholds.Events)
            .FirstOrDefault(item => item.Reason == "Unhealthy" && item.Message.StartsWith("Readiness probe", StringComparison.Ordinal));
        return Begin(found, cases) with
        {
            Variant = found.Spec is { Readiness: null, Startup: null } ? "no-probe" : "",
            Evidence =
            [
                .. said is null ? [found.Told] : new Evidence[] { new(found.Pod.Ref, "event Unhealthy", string.Create(CultureInfo.InvariantCulture, $"{said.Message} (x{said.Count})")) { At = said.LastAt } },
                SpecOf(found, "readinessProbe", found.Spec?.Readiness?.ToString() ?? ""),
                StatusOf(found, "ready", "false") with { At = found.Since },
            ],
            Command = Logs(found, previous: false),
            PointsTo = cases.Scope.SickNodeOf(found.Pod),
        };
    }
}
