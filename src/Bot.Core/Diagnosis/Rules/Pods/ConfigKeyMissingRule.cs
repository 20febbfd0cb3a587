using Bot.Core.Clusters;
using Bot.Core.Diagnosis.Pods;
using Bot.Core.Diagnosis.Thresholds;
using Bot.Core.Texts;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The ConfigMap or Secret is there, a key that the pod needs is not.</summary>
internal sealed class ConfigKeyMissingRule() : PodFaultRule(RuleIds.PodConfigKeyMissing, PodFault.ConfigKeyMissing, Severity.Warning.To(Severity.Critical), "Event", "ConfigMap", "Secret")
{
    protected override TimeSpan MinimumAge(PodCase found, PodsThresholds thresholds) => thresholds.ConfigMissing;

    protected override Finding Tell(PodCase found, PodCases cases) => Begin(found, cases) with
    {
        Facts = Facts(("container", found.Status.Name), ("key", found.Name), ("name", found.Named is { } holder ? holder.Name : new TextKey("pod.a-volume"))),
        Command = found.Named is { Kind: "ConfigMap" } map
            ? $"kubectl -n {map.Namespace} describe configmap {map.Name}"
            : $"kubectl -n {found.Pod.Namespace} describe pod {found.Pod.Name}",
        PointsTo = found.Named is { } named ? [named] : [],
    };
}
