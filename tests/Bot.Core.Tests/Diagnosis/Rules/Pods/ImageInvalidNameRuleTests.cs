using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.Pods;

public sealed class ImageInvalidNameRuleTests
{
    private const string Message = "couldnt parse image reference: invalid reference format";

    [Fact]
    public void Fires_and_names_image_and_registry()
    {
        var finding = Evaluated.By(RuleIds.PodImageInvalidName, new ThePod().Waiting("InvalidImageName", Message).Build(), new TheDeployment().Ready(0).Build()).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Critical);
        finding.Facts["image"].ShouldBe("registry.example/prod/media-service:1.0");
        finding.Facts["registry"].ShouldBe("registry.example");
        finding.Evidence.ShouldContain(fact => fact.Value == Message);
    }

    [Fact]
    public void Is_a_warning_while_an_old_version_serves() =>
        Evaluated.By(RuleIds.PodImageInvalidName, new ThePod().Waiting("InvalidImageName", Message).Build(), new TheDeployment().Ready(2).Build()).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);

    [Fact]
    public void Another_reason_is_another_rule() =>
        Evaluated.By(RuleIds.PodImageInvalidName, new ThePod().Waiting("ErrImagePull", "invalid reference format").Build()).ShouldBeEmpty();

    [Fact]
    public void Says_nothing_where_pods_were_not_read() => Evaluated.By(RuleIds.PodImageInvalidName, new TheDeployment().Ready(0).Build()).ShouldBeEmpty();
}
