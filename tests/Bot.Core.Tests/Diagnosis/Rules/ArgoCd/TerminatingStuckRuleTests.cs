using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class TerminatingStuckRuleTests
{
    [Fact]
    public void Fires_when_the_controller_does_not_finish_the_end()
    {
        var finding = Diagnose.By<TerminatingStuckRule>(App(TimeSpan.FromMinutes(2))).ShouldHaveSingleItem().ShouldSpeak();

        finding.Severity.ShouldBe(Severity.Warning);
        finding.Command!.ShouldContain("""{"op":"remove","path":"/operation"}""");
        finding.Command!.ShouldContain("""{"op":"replace","path":"/status/operationState/phase","value":"Failed"}""");
    }

    [Fact]
    public void Says_that_a_closed_window_holds_it()
    {
        var project = new AppProject
        {
            Metadata = TheMetadata.Of("argocd", "wealist"),
            SyncWindows = [new SyncWindow { Type = "deny", Schedule = "0 1 * * *", Duration = "4h", Applications = ["*"] }],
        };

        Diagnose.By<TerminatingStuckRule>(App(TimeSpan.FromMinutes(5)), project).ShouldHaveSingleItem().ShouldSpeak().Variant.ShouldBe("window");
    }

    [Fact]
    public void Is_silent_just_under_two_minutes() => Diagnose.By<TerminatingStuckRule>(App(TimeSpan.FromSeconds(119))).ShouldBeEmpty();

    [Fact]
    public void A_running_operation_is_not_terminating() => Diagnose.By<TerminatingStuckRule>(new TheApplication().Running("", TimeSpan.FromHours(1))).ShouldBeEmpty();

    [Fact]
    public void Without_the_project_no_window_is_blamed() => Diagnose.By<TerminatingStuckRule>(App(TimeSpan.FromMinutes(5))).ShouldHaveSingleItem().Variant.ShouldBe("");

    private static Application App(TimeSpan since) => new TheApplication().Running("operation is terminating", since, "Terminating");
}
