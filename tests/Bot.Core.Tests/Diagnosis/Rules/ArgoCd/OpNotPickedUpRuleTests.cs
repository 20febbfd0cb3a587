using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class OpNotPickedUpRuleTests
{
    [Fact]
    public void Fires_when_the_controller_has_not_looked_for_five_minutes()
    {
        var finding = Diagnose.By<OpNotPickedUpRule>(App(TimeSpan.FromMinutes(5))).ShouldHaveSingleItem().ShouldSpeak();

        (finding.Severity, finding.Action, finding.Since).ShouldBe((Severity.Warning, null, TheSnapshot.Now.AddMinutes(-5)));
        finding.Command.ShouldBe("kubectl -n argocd get pods -l app.kubernetes.io/name=argocd-application-controller");
    }

    [Fact]
    public void The_time_between_two_comparisons_is_ordinary() => Diagnose.By<OpNotPickedUpRule>(App(TimeSpan.FromSeconds(299))).ShouldBeEmpty();

    [Fact]
    public void An_operation_that_has_begun_was_picked_up() => Diagnose.By<OpNotPickedUpRule>(new TheApplication().Running("", TimeSpan.FromHours(1))).ShouldBeEmpty();

    [Fact]
    public void Without_a_request_nothing_is_waited_for() => Diagnose.By<OpNotPickedUpRule>(App(TimeSpan.FromHours(1)).With(it => it with { Operation = null })).ShouldBeEmpty();

    [Fact]
    public void A_frozen_application_is_said_to_be_frozen() =>
        Diagnose.By<OpNotPickedUpRule>(App(TimeSpan.FromHours(1)).Annotated("argocd.argoproj.io/skip-reconcile", "true")).ShouldHaveSingleItem().ShouldSpeak().Variant.ShouldBe("frozen");

    [Fact]
    public void In_a_namespace_of_its_own_that_is_the_first_suspicion()
    {
        var app = new TheApplication("shop", "team-b").Running("", TimeSpan.FromHours(1)).With(it => it with { OperationState = null, ReconciledAt = null });

        Diagnose.By<OpNotPickedUpRule>(app).ShouldHaveSingleItem().ShouldSpeak().Variant.ShouldBe("foreign-namespace");
    }

    private static TheApplication App(TimeSpan seen) => new TheApplication()
        .Running("", TimeSpan.FromHours(1))
        .With(it => it with { OperationState = null, ReconciledAt = TheSnapshot.Now - seen });
}
