using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class WaveBlockedRuleTests
{
    [Fact]
    public void Fires_when_the_workload_of_the_wave_is_not_ready()
    {
        var finding = Diagnose.By<WaveBlockedRule>(App(TimeSpan.FromMinutes(12)), new TheDeployment("api").Ready(0)).ShouldHaveSingleItem().ShouldSpeak();

        finding.Severity.ShouldBe(Severity.Warning);
        finding.PointsTo.ShouldHaveSingleItem().ToString().ShouldBe("Deployment/wealist-prod/api");
        finding.Action.ShouldBeNull();
    }

    [Fact]
    public void Offers_to_terminate_when_git_has_moved_on()
    {
        var finding = Diagnose.By<WaveBlockedRule>(App(TimeSpan.FromMinutes(31)).BehindGit(), new TheDeployment("api").Ready(0)).ShouldHaveSingleItem().ShouldSpeak();

        (finding.Severity, finding.Variant, finding.Action).ShouldBe((Severity.Critical, "behind-git", "clear-operation"));
    }

    [Fact]
    public void A_paused_workload_is_said_to_be_paused() =>
        Diagnose.By<WaveBlockedRule>(App(TimeSpan.FromMinutes(12)), new TheDeployment("api").With(it => it with { Paused = true })).ShouldHaveSingleItem().ShouldSpeak().Variant.ShouldBe("paused");

    [Fact]
    public void Is_silent_just_under_ten_minutes() => Diagnose.By<WaveBlockedRule>(App(TimeSpan.FromSeconds(599)), new TheDeployment("api").Ready(0)).ShouldBeEmpty();

    [Fact]
    public void A_workload_that_is_ready_by_now_blocks_nothing() => Diagnose.By<WaveBlockedRule>(App(TimeSpan.FromMinutes(12)), new TheDeployment("api")).ShouldBeEmpty();

    [Fact]
    public void A_workload_that_was_not_read_is_not_blamed() => Diagnose.By<WaveBlockedRule>(App(TimeSpan.FromMinutes(12))).ShouldBeEmpty();

    private static TheApplication App(TimeSpan since) =>
        new TheApplication("board-service-prod", destination: "wealist-prod").Running("waiting for healthy state of apps/Deployment/api", since);
}
