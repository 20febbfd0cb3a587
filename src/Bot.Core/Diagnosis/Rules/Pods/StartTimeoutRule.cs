using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The pod has its node and is not started, and nobody says why.</summary>
internal sealed class StartTimeoutRule() : PodFaultRule(RuleIds.PodStartTimeout, PodFault.SlowStart, Severity.Warning, "Event", "Node")
{
    protected override bool WaitsForRollouts => true;

    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => thresholds.SlowStart;

    protected override Finding Tell(PodCase found, PodCases cases) => Begin(found, cases) with
    {
        Variant = found.Name == "Pulling" ? "pulling" : "",
        Evidence = [found.Told, new(found.Pod.Ref, "spec.nodeName", found.Pod.NodeName), SpecOf(found, "image", found.Spec?.Image ?? "")],
        PointsTo = cases.Scope.SickNodeOf(found.Pod),
    };
}
