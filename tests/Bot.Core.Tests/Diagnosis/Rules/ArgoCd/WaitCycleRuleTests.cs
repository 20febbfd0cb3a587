using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class WaitCycleRuleTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(12);

    [Fact]
    public void Two_that_wait_for_each_other_are_told_at_the_parent()
    {
        var parent = Waiting("platform-prod", "addons-prod").ManagingApplications("addons-prod");
        var child = Waiting("addons-prod", "platform-prod");

        var findings = Diagnose.By<WaitCycleRule>(parent.Build(), child.Build());

        findings.Count.ShouldBe(2);
        var outer = findings.Single(finding => finding.Subject.Name == "platform-prod").ShouldSpeak();
        outer.Severity.ShouldBe(Severity.Critical);
        outer.Action.ShouldBe("clear-operation");
        outer.Explains.ShouldHaveSingleItem().Name.ShouldBe("addons-prod");
        var inner = findings.Single(finding => finding.Subject.Name == "addons-prod").ShouldSpeak();
        inner.Action.ShouldBeNull();
        inner.PointsTo.ShouldHaveSingleItem().Name.ShouldBe("platform-prod");
    }

    [Fact]
    public void Three_in_a_circle_are_all_found() =>
        Diagnose.By<WaitCycleRule>(Waiting("a", "b").Build(), Waiting("b", "c").Build(), Waiting("c", "a").Build())
            .Select(finding => finding.ShouldSpeak().Facts["circle"]).ShouldBe(["a → b → c → a", "b → c → a → b", "c → a → b → c"]);

    [Fact]
    public void Is_silent_just_under_ten_minutes() =>
        Diagnose.By<WaitCycleRule>(Waiting("a", "b", TimeSpan.FromSeconds(599)).Build(), Waiting("b", "a", TimeSpan.FromSeconds(599)).Build()).ShouldBeEmpty();

    [Fact]
    public void A_chain_whose_end_is_a_slow_rollout_is_no_circle() =>
        Diagnose.By<WaitCycleRule>(Waiting("a", "b").Build(), Waiting("b", "c").Build(), new TheApplication("c").Health("Progressing").Build()).ShouldBeEmpty();

    [Fact]
    public void A_member_that_was_not_read_closes_no_circle() => Diagnose.By<WaitCycleRule>(Waiting("a", "b").Build()).ShouldBeEmpty();

    private static TheApplication Waiting(string name, string on, TimeSpan? since = null) =>
        new TheApplication(name).Running($"waiting for healthy state of argoproj.io/Application/{on}", since ?? Long).Health("Progressing");
}
