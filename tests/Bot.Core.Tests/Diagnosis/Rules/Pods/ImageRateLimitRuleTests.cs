using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.Pods;

public sealed class ImageRateLimitRuleTests
{
    private const string Message = "429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit";

    [Fact]
    public void Fires_and_names_image_and_registry()
    {
        var finding = Evaluated.By(RuleIds.PodImageRateLimit, new ThePod().Waiting("ErrImagePull", Message).Build(), new TheDeployment().Ready(0).Build()).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Critical);
        finding.Facts["image"].ShouldBe("registry.example/prod/media-service:1.0");
        finding.Facts["registry"].ShouldBe("registry.example");
        finding.Evidence.ShouldContain(fact => fact.Value == Message);
    }

    [Fact]
    public void Is_a_warning_while_an_old_version_serves() =>
        Evaluated.By(RuleIds.PodImageRateLimit, new ThePod().Waiting("ErrImagePull", Message).Build(), new TheDeployment().Ready(2).Build()).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);

    [Theory]
    [InlineData(59, 0)]
    [InlineData(60, 1)]
    public void Waits_for_its_minimum_age(int seconds, int findings) =>
        Evaluated.By(RuleIds.PodImageRateLimit, new ThePod().Created(TimeSpan.FromSeconds(seconds)).Waiting("ErrImagePull", Message).Build(), new TheDeployment().Ready(0).Build()).Count.ShouldBe(findings);
    [Fact]
    public void Another_reason_is_another_rule() =>
        Evaluated.By(RuleIds.PodImageRateLimit, new ThePod().Waiting("ErrImagePull", "pull access denied").Build()).ShouldBeEmpty();

    [Fact]
    public void Says_nothing_where_pods_were_not_read() => Evaluated.By(RuleIds.PodImageRateLimit, new TheDeployment().Ready(0).Build()).ShouldBeEmpty();
}
