using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.Pods;

public sealed class ImageAuthRuleTests
{
    private const string Message = "Back-off pulling image: ErrImagePull: pull access denied, repository does not exist or may require authorization";

    [Fact]
    public void Fires_and_names_image_and_registry()
    {
        var finding = Evaluated.By(RuleIds.PodImageAuth, new ThePod().Waiting("ImagePullBackOff", Message).Build(), new TheDeployment().Ready(0).Build()).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Critical);
        finding.Facts["image"].ShouldBe("registry.example/prod/media-service:1.0");
        finding.Facts["registry"].ShouldBe("registry.example");
        finding.Evidence.ShouldContain(fact => fact.Value == Message);
    }

    [Fact]
    public void Is_a_warning_while_an_old_version_serves() =>
        Evaluated.By(RuleIds.PodImageAuth, new ThePod().Waiting("ImagePullBackOff", Message).Build(), new TheDeployment().Ready(2).Build()).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);

    [Theory]
    [InlineData(59, 0)]
    [InlineData(60, 1)]
    public void Waits_for_its_minimum_age(int seconds, int findings) =>
        Evaluated.By(RuleIds.PodImageAuth, new ThePod().Created(TimeSpan.FromSeconds(seconds)).Waiting("ImagePullBackOff", Message).Build(), new TheDeployment().Ready(0).Build()).Count.ShouldBe(findings);
    [Fact]
    public void A_pull_secret_that_was_just_made_gets_a_minute()
    {
        var pod = new ThePod().Waiting("ImagePullBackOff", Message).With(it => it with { Secrets = ["registry"] }).Build();
        var secret = new SecretMetadata { Metadata = TheMetadata.Of("wealist-prod", "registry") with { CreatedAt = TheSnapshot.Now.AddSeconds(-30) } };

        Evaluated.By(RuleIds.PodImageAuth, pod, secret).ShouldBeEmpty();
        Evaluated.By(RuleIds.PodImageAuth, pod).ShouldHaveSingleItem().PointsTo.ShouldBe([new ObjectRef("Secret", "wealist-prod", "registry")]);
    }

    [Fact]
    public void Another_reason_is_another_rule() =>
        Evaluated.By(RuleIds.PodImageAuth, new ThePod().Waiting("ErrImagePull", "manifest unknown").Build()).ShouldBeEmpty();

    [Fact]
    public void Says_nothing_where_pods_were_not_read() => Evaluated.By(RuleIds.PodImageAuth, new TheDeployment().Ready(0).Build()).ShouldBeEmpty();
}
