using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The pull fails for a reason that none of the others knows.</summary>
internal sealed class ImagePullRule() : ImageRule(RuleIds.PodImagePull, ImageFault.Other)
{
    protected override TimeSpan MinimumAge(DiagnosisThresholds thresholds, bool nothingReady) => thresholds.Pods.ImagePull;
}
