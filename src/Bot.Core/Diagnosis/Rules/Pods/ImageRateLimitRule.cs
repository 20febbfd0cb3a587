using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The registry answers that too much was pulled.</summary>
internal sealed class ImageRateLimitRule() : ImageRule(RuleIds.PodImageRateLimit, ImageFault.RateLimit)
{
    protected override TimeSpan MinimumAge(DiagnosisThresholds thresholds, bool nothingReady) => thresholds.Pods.ImageRefused;
}
