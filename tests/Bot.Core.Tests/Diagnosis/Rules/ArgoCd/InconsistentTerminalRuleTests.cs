using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class InconsistentTerminalRuleTests
{
    [Fact]
    public void Fires_when_the_end_was_never_written()
    {
        var finding = Diagnose.By<InconsistentTerminalRule>(App()).ShouldHaveSingleItem().ShouldSpeak();

        (finding.Severity, finding.Action).ShouldBe((Severity.Warning, "clear-operation"));
        finding.Command!.ShouldContain("""{"op":"remove","path":"/status/operationState"}""");
    }

    [Fact]
    public void An_operation_that_has_just_ended_is_left_alone() =>
        Diagnose.By<InconsistentTerminalRule>(App().State(it => it with { StartedAt = TheSnapshot.Now.AddSeconds(-119) })).ShouldBeEmpty();

    [Fact]
    public void Where_auto_sync_is_off_nothing_is_skipped() => Diagnose.By<InconsistentTerminalRule>(App().With(it => it with { Automated = null })).ShouldBeEmpty();

    [Fact]
    public void Where_all_is_synced_nothing_is_missed() => Diagnose.By<InconsistentTerminalRule>(App().With(it => it with { SyncStatus = "Synced" })).ShouldBeEmpty();

    [Fact]
    public void An_error_condition_says_why_by_itself() =>
        Diagnose.By<InconsistentTerminalRule>(App().With(it => it with { Conditions = [new ApplicationCondition("SyncError", "Failed last sync attempt to [abc]", null)] })).ShouldBeEmpty();

    [Fact]
    public void A_proper_end_is_no_fault() => Diagnose.By<InconsistentTerminalRule>(new TheApplication().BehindGit()).ShouldBeEmpty();

    private static TheApplication App() => new TheApplication().BehindGit().State(it => it with { FinishedAt = null, SyncResult = null });
}
