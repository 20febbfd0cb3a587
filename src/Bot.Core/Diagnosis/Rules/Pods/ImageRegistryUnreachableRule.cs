using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The registry does not answer: DNS, network, certificate or the registry itself.</summary>
internal sealed class ImageRegistryUnreachableRule() : ImageRule(RuleIds.PodImageRegistryUnreachable, ImageFault.RegistryUnreachable)
{
    protected override TimeSpan MinimumAge(DiagnosisThresholds thresholds, bool nothingReady) => thresholds.Pods.ImagePull;
}
