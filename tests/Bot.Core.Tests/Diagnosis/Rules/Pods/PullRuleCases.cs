using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.Pods;

/// <summary>What holds for every rule about a pull that fails.</summary>
/// <param name="rule">The rule.</param>
/// <param name="reason">The waiting reason of its example.</param>
/// <param name="message">The message of its example.</param>
/// <param name="seconds">Its minimum age while an old version serves.</param>
/// <param name="other">A message that is another rule's.</param>
public abstract class PullRuleCases(string rule, string reason, string message, int seconds, string other)
{
    [Fact]
    public void Fires_and_names_image_and_registry()
    {
        var finding = Evaluated.By(rule, Failing().Build(), new TheDeployment().Ready(0).Build()).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Critical);
        finding.Facts["image"].ShouldBe("registry.example/prod/media-service:1.0");
        finding.Facts["registry"].ShouldBe("registry.example");
        finding.Evidence.ShouldContain(fact => fact.Value == message);
    }

    [Fact]
    public void Is_a_warning_while_an_old_version_serves() =>
        Evaluated.By(rule, Failing().Build(), new TheDeployment().Ready(2).Build()).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    public void Waits_for_its_minimum_age(int offset, int findings) =>
        Evaluated.By(rule, Failing().Created(TimeSpan.FromSeconds(seconds + offset)).Build(), new TheDeployment().Ready(2).Build()).Count.ShouldBe(findings);

    [Fact]
    public void Another_reason_is_another_rule() => Evaluated.By(rule, new ThePod().Waiting("ErrImagePull", other).Build()).ShouldBeEmpty();

    [Fact]
    public void Says_nothing_where_pods_were_not_read() => Evaluated.By(rule, new TheDeployment().Ready(0).Build()).ShouldBeEmpty();

    private ThePod Failing() => new ThePod().Waiting(reason, message);
}
