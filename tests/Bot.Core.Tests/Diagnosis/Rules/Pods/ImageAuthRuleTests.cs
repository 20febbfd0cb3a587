using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.Pods;

public sealed class ImageAuthRuleTests() : PullRuleCases(RuleIds.PodImageAuth, "ImagePullBackOff", Message, 60, "manifest unknown")
{
    private const string Message = "Back-off pulling image: ErrImagePull: pull access denied, repository does not exist or may require authorization";

    [Fact]
    public void A_pull_secret_that_was_just_made_gets_a_minute()
    {
        var pod = new ThePod().Waiting("ImagePullBackOff", Message).With(it => it with { Secrets = ["registry"] }).Build();
        var secret = new SecretMetadata { Metadata = TheMetadata.Of("wealist-prod", "registry") with { CreatedAt = TheSnapshot.Now.AddSeconds(-30) } };

        Evaluated.By(RuleIds.PodImageAuth, pod, secret).ShouldBeEmpty();
        Evaluated.By(RuleIds.PodImageAuth, pod).ShouldHaveSingleItem().PointsTo.ShouldBe([new ObjectRef("Secret", "wealist-prod", "registry")]);
    }
}
