using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.Pods;

public sealed class ImageNeverPullRuleTests
{
    private const string Message = "Container image is not present with pull policy of Never";

    [Fact]
    public void Fires_and_names_image_and_registry()
    {
        var finding = Evaluated.By(RuleIds.PodImageNeverPull, new ThePod().Waiting("ErrImageNeverPull", Message).Build(), new TheDeployment().Ready(0).Build()).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Warning);
        finding.Facts["image"].ShouldBe("registry.example/prod/media-service:1.0");
        finding.Facts["registry"].ShouldBe("registry.example");
        finding.Evidence.ShouldContain(fact => fact.Value == Message);
    }

    [Fact]
    public void Is_a_warning_while_an_old_version_serves() =>
        Evaluated.By(RuleIds.PodImageNeverPull, new ThePod().Waiting("ErrImageNeverPull", Message).Build(), new TheDeployment().Ready(2).Build()).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);

    [Fact]
    public void Another_reason_is_another_rule() =>
        Evaluated.By(RuleIds.PodImageNeverPull, new ThePod().Waiting("ErrImagePull", "Container image is not present").Build()).ShouldBeEmpty();

    [Fact]
    public void Says_nothing_where_pods_were_not_read() => Evaluated.By(RuleIds.PodImageNeverPull, new TheDeployment().Ready(0).Build()).ShouldBeEmpty();
}
