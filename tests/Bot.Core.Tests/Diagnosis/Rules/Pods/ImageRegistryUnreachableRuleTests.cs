using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.Pods;

public sealed class ImageRegistryUnreachableRuleTests() : PullRuleCases(RuleIds.PodImageRegistryUnreachable, "ErrImagePull", Message, 120, "registry.example/prod/media-service:1.0: not found")
{
    private const string Message = "failed to do request: dial tcp: lookup registry.example on 10.0.0.10:53: no such host";
}
