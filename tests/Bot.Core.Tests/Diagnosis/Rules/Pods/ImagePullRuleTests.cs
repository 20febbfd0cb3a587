using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.Pods;

public sealed class ImagePullRuleTests() : PullRuleCases(RuleIds.PodImagePull, "ImagePullBackOff", Message, 120, "manifest unknown")
{
    private const string Message = "Back-off pulling image registry.example/prod/media-service:1.0";
}
