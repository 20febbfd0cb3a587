using Bot.Core.Diagnosis.Pods;

namespace Bot.Core.Diagnosis.Rules.Pods;

/// <summary>The image may not be pulled (imagePullPolicy Never) and is not on the node.</summary>
internal sealed class ImageNeverPullRule() : ImageRule(RuleIds.PodImageNeverPull, ImageFault.NeverPull, Severity.Warning)
{
    protected override TimeSpan MinimumAge(DiagnosisThresholds thresholds, bool nothingReady) => TimeSpan.Zero;
}
