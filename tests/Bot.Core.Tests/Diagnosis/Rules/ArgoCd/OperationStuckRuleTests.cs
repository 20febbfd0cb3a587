using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class OperationStuckRuleTests
{
    [Fact]
    public void Names_the_object_that_nothing_else_explains()
    {
        var finding = Diagnose.By<OperationStuckRule>(App("waiting for healthy state of networking.k8s.io/Ingress/web", TimeSpan.FromMinutes(10))).ShouldHaveSingleItem().ShouldSpeak();

        (finding.Severity, finding.Action).ShouldBe((Severity.Warning, "clear-operation"));
        finding.Facts["waited"].ShouldBe("Ingress/web");
        finding.PointsTo.ShouldHaveSingleItem().ToString().ShouldBe("Ingress/wealist-prod/web");
    }

    [Fact]
    public void Is_critical_after_half_an_hour() =>
        Diagnose.By<OperationStuckRule>(App("waiting for healthy state of apps/Deployment/unread", TimeSpan.FromMinutes(30))).ShouldHaveSingleItem().ShouldSpeak().Severity.ShouldBe(Severity.Critical);

    [Theory]
    [InlineData("one or more tasks are running", "nothing-named")]
    [InlineData("waiting for deletion of apps/Deployment/old", "deletion")]
    public void Says_what_little_is_known(string message, string variant) =>
        Diagnose.By<OperationStuckRule>(App(message, TimeSpan.FromMinutes(12))).ShouldHaveSingleItem().ShouldSpeak().Variant.ShouldBe(variant);

    [Fact]
    public void Is_silent_just_under_ten_minutes() => Diagnose.By<OperationStuckRule>(App("waiting for healthy state of /Service/x", TimeSpan.FromSeconds(599))).ShouldBeEmpty();

    [Theory]
    [InlineData("waiting for pruning confirmation of /Namespace/old")]
    [InlineData("Sync operation blocked by sync window")]
    public void A_wait_by_design_is_not_stuck(string message) => Diagnose.By<OperationStuckRule>(App(message, TimeSpan.FromDays(1))).ShouldBeEmpty();

    [Fact]
    public void A_long_migration_is_not_stuck()
    {
        var app = App("waiting for completion of hook batch/Job/db-migrate", TimeSpan.FromHours(2));

        Diagnose.Operations(TheSnapshot.Of(app, new TheJob(since: TimeSpan.FromMinutes(20)))).ShouldBeEmpty();
    }

    [Fact]
    public void A_hook_that_cannot_be_seen_gets_half_an_hour()
    {
        Diagnose.By<OperationStuckRule>(App("waiting for completion of hook batch/Job/db-migrate", TimeSpan.FromMinutes(29))).ShouldBeEmpty();
        Diagnose.By<OperationStuckRule>(App("waiting for completion of hook batch/Job/db-migrate", TimeSpan.FromMinutes(30))).ShouldHaveSingleItem().ShouldSpeak();
    }

    private static Application App(string message, TimeSpan since) => new TheApplication("board-service-prod", destination: "wealist-prod").Running(message, since);
}
