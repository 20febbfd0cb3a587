using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class SelfPruneHazardRuleTests
{
    [Fact]
    public void Fires_although_nothing_is_failing()
    {
        var finding = Diagnose.By<SelfPruneHazardRule>(Root(), new TheApplication("board-service-prod").Build()).ShouldHaveSingleItem().ShouldSpeak();

        (finding.Severity, finding.Action, finding.Facts["children"]).ShouldBe((Severity.Critical, "guard-prune", 1));
        finding.Command.ShouldBe("kubectl -n argocd annotate applications.argoproj.io wealist-apps-prod --overwrite 'argocd.argoproj.io/sync-options=Prune=false'");
        finding.PointsTo.ShouldBeEmpty();
    }

    [Fact]
    public void Stands_under_the_deadlock_of_the_same_root() =>
        Diagnose.By<SelfPruneHazardRule>(Root().Running("waiting for healthy state of argoproj.io/Application/wealist-apps-prod", TimeSpan.FromMinutes(12)))
            .ShouldHaveSingleItem().PointsTo.ShouldHaveSingleItem().ToString().ShouldBe("Application/argocd/wealist-apps-prod");

    [Fact]
    public void A_guarded_root_is_safe() => Diagnose.By<SelfPruneHazardRule>(Root().Annotated("argocd.argoproj.io/sync-options", "ServerSideApply=true, Prune=false")).ShouldBeEmpty();

    [Fact]
    public void Keeps_the_options_that_the_root_has_already() =>
        Diagnose.By<SelfPruneHazardRule>(Root().Annotated("argocd.argoproj.io/sync-options", "ServerSideApply=true")).ShouldHaveSingleItem().Command!.ShouldContain("ServerSideApply=true,Prune=false");

    [Fact]
    public void An_entry_that_needs_no_pruning_is_a_self_listed_root_and_no_hazard() => Diagnose.By<SelfPruneHazardRule>(new TheApplication().ManagingApplications("wealist-apps-prod")).ShouldBeEmpty();

    [Fact]
    public void Another_application_of_the_same_name_is_not_the_root() =>
        Diagnose.By<SelfPruneHazardRule>(new TheApplication().Managing("argoproj.io", "Application", "wealist-apps-prod", "team-b", it => it with { RequiresPruning = true })).ShouldBeEmpty();

    private static TheApplication Root() => new TheApplication()
        .With(it => it with { Metadata = it.Metadata with { Finalizers = ["resources-finalizer.argocd.argoproj.io"] } })
        .Managing("argoproj.io", "Application", "wealist-apps-prod", "argocd", it => it with { RequiresPruning = true })
        .ManagingApplications("board-service-prod", "not-there-yet-prod");
}
