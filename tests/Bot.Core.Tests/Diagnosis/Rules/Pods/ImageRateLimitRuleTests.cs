using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.Pods;

public sealed class ImageRateLimitRuleTests() : PullRuleCases(RuleIds.PodImageRateLimit, "ErrImagePull", Message, 60, "pull access denied")
{
    private const string Message = "429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit";
}
