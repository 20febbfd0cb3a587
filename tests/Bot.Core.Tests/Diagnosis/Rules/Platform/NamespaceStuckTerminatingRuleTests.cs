using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.Platform;

public sealed class NamespaceStuckTerminatingRuleTests
{
    [Fact]
    public void Fires_with_what_holds_it()
    {
        var ingress = new Ingress { Metadata = TheMetadata.Of("stage", "web") with { DeletedAt = TheSnapshot.Now.AddHours(-1), Finalizers = ["ingress.k8s.aws/resources"] } };

        var finding = Evaluated.By(RuleIds.NamespaceStuckTerminating, Deleted(TimeSpan.FromMinutes(10)), ingress).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Warning);
        finding.Variant.ShouldBe("held");
        finding.Facts["held"].ShouldBe("Ingress/web");
        finding.Facts["finalizer"].ShouldBe("ingress.k8s.aws/resources");
        finding.Evidence.ShouldContain(fact => fact.Field == "status.conditions[NamespaceContentRemaining].message");
        finding.PointsTo.ShouldContain(ingress.Ref);
    }

    [Fact]
    public void Is_critical_when_an_application_wants_the_namespace()
    {
        var application = new Application { Metadata = TheMetadata.Of("argocd", "stage-app"), Destination = new ApplicationDestination("https://kubernetes.default.svc", "", "stage") };

        var finding = Evaluated.By(RuleIds.NamespaceStuckTerminating, Deleted(TimeSpan.FromMinutes(10)), application).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Critical);
        finding.BlocksDelivery.ShouldBeTrue();
        finding.Affected.ShouldBe([application.Ref]);
    }

    [Fact]
    public void An_application_that_is_itself_being_deleted_wants_nothing()
    {
        var application = new Application
        {
            Metadata = TheMetadata.Of("argocd", "stage-app") with { DeletedAt = TheSnapshot.Now.AddHours(-1) },
            Destination = new ApplicationDestination("https://kubernetes.default.svc", "", "stage"),
        };

        Evaluated.By(RuleIds.NamespaceStuckTerminating, Deleted(TimeSpan.FromMinutes(10)), application).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);
    }

    [Fact]
    public void Points_at_the_dead_api_when_discovery_fails()
    {
        var dead = new ApiService { Metadata = TheMetadata.Of("", "v1beta1.metrics.k8s.io"), Conditions = [new Condition("Available", "False", "MissingEndpoints", "", null)] };
        var item = Deleted(TimeSpan.FromMinutes(10)) with { Conditions = [new Condition("NamespaceDeletionDiscoveryFailure", "True", "DiscoveryFailed", "Discovery failed for some groups", null)] };

        var finding = Evaluated.By(RuleIds.NamespaceStuckTerminating, item, dead).ShouldHaveSingleItem();

        finding.Variant.ShouldBe("discovery");
        finding.PointsTo.ShouldBe([dead.Ref]);
        finding.Action.ShouldBeNull();
    }

    [Fact]
    public void Ten_minutes_are_given() => Evaluated.By(RuleIds.NamespaceStuckTerminating, Deleted(TimeSpan.FromSeconds(599))).ShouldBeEmpty();

    [Fact]
    public void An_active_namespace_is_fine() =>
        Evaluated.By(RuleIds.NamespaceStuckTerminating, new Namespace { Metadata = TheMetadata.Of("", "stage"), Phase = "Active" }).ShouldBeEmpty();

    private static Namespace Deleted(TimeSpan ago) => new()
    {
        Metadata = TheMetadata.Of("", "stage") with { DeletedAt = TheSnapshot.Now - ago },
        Phase = "Terminating",
        Conditions =
        [
            new Condition("NamespaceDeletionDiscoveryFailure", "False", "ResourcesDiscovered", "All resources successfully discovered", null),
            new Condition("NamespaceContentRemaining", "True", "SomeResourcesRemain", "Some resources are remaining: ingresses.networking.k8s.io has 1 resource instances", null),
        ],
    };
}
