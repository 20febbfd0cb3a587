using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class HookVanishedRuleTests
{
    [Fact]
    public void Fires_when_the_job_is_not_in_the_cluster() =>
        Diagnose.By<HookVanishedRule>(new TheSnapshot().With(App(TimeSpan.FromMinutes(12))).Complete("Job")).ShouldHaveSingleItem().ShouldSpeak().Severity.ShouldBe(Severity.Warning);

    [Fact]
    public void Is_silent_just_under_ten_minutes() =>
        Diagnose.By<HookVanishedRule>(new TheSnapshot().With(App(TimeSpan.FromSeconds(599))).Complete("Job")).ShouldBeEmpty();

    [Fact]
    public void A_job_that_is_there_has_not_vanished() => Diagnose.By<HookVanishedRule>(App(TimeSpan.FromMinutes(12)), new TheJob()).ShouldBeEmpty();

    [Fact]
    public void Jobs_that_were_not_read_have_not_vanished()
    {
        Diagnose.By<HookVanishedRule>(App(TimeSpan.FromMinutes(12))).ShouldBeEmpty();
        Diagnose.By<HookVanishedRule>(new TheSnapshot().With(App(TimeSpan.FromMinutes(12))).Forbidden("Job")).ShouldBeEmpty();
    }

    private static Application App(TimeSpan since) =>
        new TheApplication("board-service-prod", destination: "wealist-prod").Running("waiting for completion of hook batch/Job/db-migrate", since);
}
