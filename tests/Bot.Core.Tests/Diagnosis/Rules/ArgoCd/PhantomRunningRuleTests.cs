using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class PhantomRunningRuleTests
{
    [Fact]
    public void Fires_when_nobody_works_on_a_running_state()
    {
        var finding = Diagnose.By<PhantomRunningRule>(Phantom(TimeSpan.FromMinutes(5)).With(it => it with { SyncStatus = "OutOfSync" })).ShouldHaveSingleItem().ShouldSpeak();

        (finding.Severity, finding.Action, finding.BlocksDelivery).ShouldBe((Severity.Warning, "clear-operation", true));
        finding.Command!.ShouldContain("""{"op":"remove","path":"/status/operationState"}""");
        finding.Command!.ShouldContain("""{"op":"test","path":"/status/operationState/phase","value":"Running"}""");
    }

    [Fact]
    public void Blocks_nothing_while_all_is_synced() => Diagnose.By<PhantomRunningRule>(Phantom(TimeSpan.FromHours(1))).ShouldHaveSingleItem().ShouldSpeak().BlocksDelivery.ShouldBeFalse();

    [Fact]
    public void The_seconds_after_an_end_look_the_same() => Diagnose.By<PhantomRunningRule>(Phantom(TimeSpan.FromSeconds(299))).ShouldBeEmpty();

    [Fact]
    public void A_requested_operation_is_real() => Diagnose.By<PhantomRunningRule>(new TheApplication().Running("", TimeSpan.FromHours(1))).ShouldBeEmpty();

    [Fact]
    public void Without_a_state_there_is_nothing_to_clear() => Diagnose.By<PhantomRunningRule>(new TheApplication().With(it => it with { OperationState = null })).ShouldBeEmpty();

    private static TheApplication Phantom(TimeSpan since) => new TheApplication().Running("", since).With(it => it with { Operation = null });
}
