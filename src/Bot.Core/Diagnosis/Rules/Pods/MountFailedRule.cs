using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>A volume cannot be attached or mounted, for a reason that none of the others knows.</summary>
internal sealed class MountFailedRule() : PodFaultRule(RuleIds.PodMountFailed, PodFault.MountFailed, Severity.Warning.To(Severity.Critical), "Event", "PersistentVolumeClaim")
{
    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => thresholds.MountFailed;

    protected override Finding Tell(PodCase found, PodCases cases) => Begin(found, cases) with
    {
        Facts = Facts(("count", found.Count)),
        Evidence = [found.Told, new(found.Pod.Ref, "spec.volumes[*].persistentVolumeClaim", string.Join(", ", found.Pod.Claims)), new(found.Pod.Ref, "spec.nodeName", found.Pod.NodeName)],
        PointsTo = [.. found.Pod.Claims.Select(claim => new ObjectRef("PersistentVolumeClaim", found.Pod.Namespace, claim))],
    };
}
