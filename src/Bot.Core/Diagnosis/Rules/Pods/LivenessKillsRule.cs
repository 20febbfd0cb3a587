using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The liveness probe kills a program that lives.</summary>
internal sealed class LivenessKillsRule() : ProbeKillRule(RuleIds.PodLivenessKills, PodFault.KilledByLivenessProbe, "livenessProbe", "Liveness probe failed")
{
    protected override Probe? ProbeOf(ContainerSpec spec) => spec.Liveness;
}
