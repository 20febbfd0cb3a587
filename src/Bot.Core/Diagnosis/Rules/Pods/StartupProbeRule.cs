using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The program needs longer to start than the startup probe gives it.</summary>
internal sealed class StartupProbeRule() : ProbeKillRule(RuleIds.PodStartupProbe, PodFault.KilledByStartupProbe, "startupProbe", "Startup probe failed")
{
    protected override Probe? ProbeOf(ContainerSpec spec) => spec.Startup;
}
