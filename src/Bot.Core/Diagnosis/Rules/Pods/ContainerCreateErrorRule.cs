using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The runtime refuses to create or start the container, for a reason that none of the others knows.</summary>
internal sealed class ContainerCreateErrorRule() : PodFaultRule(RuleIds.PodContainerCreateError, PodFault.CreateFailed, Severity.Warning.To(Severity.Critical))
{
    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => thresholds.CreateFailed;

    protected override Finding Tell(PodCase found, PodCases cases)
    {
        var reason = found.Status.State.Reason is "CrashLoopBackOff" ? found.Status.LastState.Reason : found.Status.State.Reason;
        return Begin(found, cases) with
        {
            Facts = Facts(("container", found.Status.Name), ("reason", reason)),
            Evidence = [StatusOf(found, "state.waiting.reason", reason), found.Told, SpecOf(found, "image", found.Spec?.Image ?? "")],
        };
    }
}
