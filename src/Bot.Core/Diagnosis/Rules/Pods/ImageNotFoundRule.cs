using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The tag or digest is not in the registry.</summary>
internal sealed class ImageNotFoundRule() : ImageRule(RuleIds.PodImageNotFound, ImageFault.NotFound)
{
    protected override TimeSpan MinimumAge(DiagnosisThresholds thresholds, bool nothingReady) => nothingReady ? TimeSpan.Zero : thresholds.Pods.ImageNotFound;
}
