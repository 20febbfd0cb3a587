using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The image reference is malformed.</summary>
internal sealed class ImageInvalidNameRule() : ImageRule(RuleIds.PodImageInvalidName, ImageFault.InvalidName)
{
    protected override TimeSpan MinimumAge(DiagnosisThresholds thresholds, bool nothingReady) => TimeSpan.Zero;
}
