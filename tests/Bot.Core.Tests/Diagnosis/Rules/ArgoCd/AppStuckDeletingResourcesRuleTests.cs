using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class AppStuckDeletingResourcesRuleTests
{
    [Fact]
    public void Fires_with_the_object_and_its_finalizer()
    {
        var finding = Evaluated.By(RuleIds.ArgoCdAppStuckDeletingResources, Deleting(TimeSpan.FromMinutes(10)), Held()).ShouldHaveSingleItem();

        finding.Subject.Name.ShouldBe("legacy");
        finding.Facts["held"].ShouldBe("Ingress/web");
        finding.Facts["finalizer"].ShouldBe("ingress.k8s.aws/resources");
        finding.PointsTo.ShouldContain(new ObjectRef("Namespace", "", "stage"));
    }

    [Fact]
    public void Ten_minutes_are_given() => Evaluated.By(RuleIds.ArgoCdAppStuckDeletingResources, Deleting(TimeSpan.FromSeconds(599)), Held()).ShouldBeEmpty();

    [Fact]
    public void While_an_operation_is_set_another_rule_speaks() =>
        Evaluated.By(RuleIds.ArgoCdAppStuckDeletingResources, Deleting(TimeSpan.FromHours(1)) with { Operation = new RequestedOperation { HasSync = true } }, Held()).ShouldBeEmpty();

    [Fact]
    public void Argo_cds_own_finalizers_are_not_foreign() =>
        Evaluated.By(RuleIds.ArgoCdAppStuckDeletingResources, Deleting(TimeSpan.FromHours(1)), Held("foregroundDeletion")).ShouldBeEmpty();

    [Fact]
    public void Says_nothing_where_the_objects_were_not_read() => Evaluated.By(RuleIds.ArgoCdAppStuckDeletingResources, Deleting(TimeSpan.FromHours(1))).ShouldBeEmpty();

    private static Application Deleting(TimeSpan ago) => new()
    {
        Metadata = TheMetadata.Of("argocd", "legacy") with { DeletedAt = TheSnapshot.Now - ago, Finalizers = ["resources-finalizer.argocd.argoproj.io"] },
        Resources = [new ApplicationResource { Group = "networking.k8s.io", Kind = "Ingress", Namespace = "stage", Name = "web" }],
    };

    private static Ingress Held(string finalizer = "ingress.k8s.aws/resources") => new()
    {
        Metadata = TheMetadata.Of("stage", "web") with { DeletedAt = TheSnapshot.Now.AddHours(-1), Finalizers = [finalizer] },
    };
}
