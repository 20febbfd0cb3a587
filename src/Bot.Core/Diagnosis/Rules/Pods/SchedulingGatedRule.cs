using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>A gate keeps the pod from the scheduler. That is how queues work; after an hour it is worth a note.</summary>
internal sealed class SchedulingGatedRule() : PodFaultRule(RuleIds.PodSchedulingGated, PodFault.Gated, Severity.Info)
{
    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => thresholds.Gated;

    protected override Finding Tell(PodCase found, PodCases cases) => Begin(found, cases) with
    {
        Evidence = [found.Told, new(found.Pod.Ref, "spec.schedulingGates", string.Join(", ", found.Pod.SchedulingGates))],
        Command = $"kubectl -n {found.Pod.Namespace} get pod {found.Pod.Name} -o jsonpath='{{.spec.schedulingGates}}'",
    };
}
