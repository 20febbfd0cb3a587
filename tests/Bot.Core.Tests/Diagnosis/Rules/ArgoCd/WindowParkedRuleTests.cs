using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class WindowParkedRuleTests
{
    [Fact]
    public void Is_a_note_that_says_when_the_window_opens()
    {
        var finding = Diagnose.By<WindowParkedRule>(App(TimeSpan.FromHours(1)), Project("allow", "0 3 * * *", "1h")).ShouldHaveSingleItem().ShouldSpeak();

        finding.Severity.ShouldBe(Severity.Info);
        finding.Facts["opens"].ShouldBe(new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero));
        finding.Action.ShouldBeNull();
        finding.BlocksDelivery.ShouldBeFalse();
    }

    [Fact]
    public void Warns_when_nothing_opens_within_a_day()
    {
        var finding = Diagnose.By<WindowParkedRule>(App(TimeSpan.FromHours(1)), Project("allow", "0 3 25 * *", "1h")).ShouldHaveSingleItem().ShouldSpeak();

        (finding.Severity, finding.Variant).ShouldBe((Severity.Warning, ""));
        Diagnose.By<WindowParkedRule>(App(TimeSpan.FromHours(1)), Project("deny", "* * * * *", "1h")).ShouldHaveSingleItem().ShouldSpeak().Variant.ShouldBe("closed");
        Diagnose.By<WindowParkedRule>(App(TimeSpan.FromHours(1)), Project("deny", "bad", "1h")).ShouldHaveSingleItem().ShouldSpeak().Variant.ShouldBe("broken");
    }

    [Fact]
    public void Says_that_it_cannot_see_the_project() =>
        Diagnose.By<WindowParkedRule>(App(TimeSpan.FromHours(1))).ShouldHaveSingleItem().ShouldSpeak().Variant.ShouldBe("unknown");

    [Fact]
    public void The_first_pass_of_a_manual_sync_may_say_so_for_a_moment() => Diagnose.By<WindowParkedRule>(App(TimeSpan.FromSeconds(119))).ShouldBeEmpty();

    [Fact]
    public void An_open_operation_is_not_parked() => Diagnose.By<WindowParkedRule>(new TheApplication().Running("one or more tasks are running", TimeSpan.FromHours(1))).ShouldBeEmpty();

    private static Application App(TimeSpan since) => new TheApplication().Running("Sync operation blocked by sync window", since);

    private static AppProject Project(string type, string schedule, string duration) => new()
    {
        Metadata = TheMetadata.Of("argocd", "wealist"),
        SyncWindows = [new SyncWindow { Type = type, Schedule = schedule, Duration = duration, Applications = ["*"] }],
    };
}
