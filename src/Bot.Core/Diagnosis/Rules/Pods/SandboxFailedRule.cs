using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The network plugin of the node cannot set up the pod's sandbox.</summary>
internal sealed class SandboxFailedRule() : PodFaultRule(RuleIds.PodSandboxFailed, PodFault.SandboxFailed, Severity.Warning.To(Severity.Critical), "Event", "Node")
{
    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => thresholds.CreateFailed;

    protected override Finding Tell(PodCase found, PodCases cases) => Begin(found, cases) with
    {
        Facts = Facts(("count", found.Count)),
        Evidence = [found.Told, new(found.Pod.Ref, "spec.nodeName", found.Pod.NodeName)],
        Command = $"kubectl -n kube-system get pods -o wide --field-selector spec.nodeName={found.Pod.NodeName}",
        PointsTo = cases.Scope.SickNodeOf(found.Pod),
    };
}
