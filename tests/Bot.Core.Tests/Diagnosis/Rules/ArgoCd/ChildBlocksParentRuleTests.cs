using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class ChildBlocksParentRuleTests
{
    [Fact]
    public void Points_to_the_child_that_is_unwell()
    {
        var finding = Diagnose.By<ChildBlocksParentRule>(Parent().Build(), new TheApplication("cluster-addons-prod").Health("Progressing").Build())
            .ShouldHaveSingleItem().ShouldSpeak();

        finding.Severity.ShouldBe(Severity.Warning);
        finding.PointsTo.ShouldHaveSingleItem().ToString().ShouldBe("Application/argocd/cluster-addons-prod");
        finding.Action.ShouldBeNull();
    }

    [Fact]
    public void Is_critical_after_half_an_hour_when_the_leaf_has_nothing_ready()
    {
        var leaf = new TheApplication("cluster-addons-prod").Health("Progressing").Managing("apps", "Deployment", "hook", "external-secrets").Build();

        Diagnose.By<ChildBlocksParentRule>(Parent(TimeSpan.FromMinutes(31)).BehindGit().Build(), leaf, new TheDeployment("hook", "external-secrets", 1).Ready(0).Build())
            .ShouldHaveSingleItem().ShouldSpeak().Severity.ShouldBe(Severity.Critical);
    }

    [Fact]
    public void Names_the_leaf_of_a_chain()
    {
        var middle = new TheApplication("cluster-addons-prod").Health("Progressing").Running("waiting for healthy state of argoproj.io/Application/istio-prod", TimeSpan.FromMinutes(5)).Build();

        Diagnose.By<ChildBlocksParentRule>(Parent().Build(), middle, new TheApplication("istio-prod").Health("Degraded").Build())
            .ShouldHaveSingleItem().ShouldSpeak().Facts["leaf"].ShouldBe("istio-prod");
    }

    [Fact]
    public void Is_silent_just_under_ten_minutes() =>
        Diagnose.By<ChildBlocksParentRule>(Parent(TimeSpan.FromSeconds(599)).Build(), new TheApplication("cluster-addons-prod").Health("Progressing").Build()).ShouldBeEmpty();

    [Fact]
    public void A_child_that_is_healthy_by_now_blocks_nobody() =>
        Diagnose.By<ChildBlocksParentRule>(Parent().Build(), new TheApplication("cluster-addons-prod").Build()).ShouldBeEmpty();

    [Fact]
    public void A_child_that_was_not_read_is_not_blamed() => Diagnose.By<ChildBlocksParentRule>(Parent().Build()).ShouldBeEmpty();

    private static TheApplication Parent(TimeSpan? since = null) =>
        new TheApplication().Running("waiting for healthy state of argoproj.io/Application/cluster-addons-prod", since ?? TimeSpan.FromMinutes(15));
}
