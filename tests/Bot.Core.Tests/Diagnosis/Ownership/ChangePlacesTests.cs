using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.Ownership;
using Bot.Testing.Builders;
using static Bot.Core.Tests.Diagnosis.DiagnoserTests;

namespace Bot.Core.Tests.Diagnosis.Ownership;

public sealed class ChangePlacesTests
{
    private static readonly Application App = new()
    {
        Metadata = TheMetadata.Of("argocd", "media-prod"),
        Sources = [new ApplicationSource("https://git.example/all.git", "main", "charts/media", "", "")],
    };

    [Fact]
    public void The_application_that_lists_the_owner() =>
        PlaceOf(new TheDeployment().Build(), App with { Resources = [new ApplicationResource { Group = "apps", Kind = "Deployment", Namespace = "wealist-prod", Name = "media-service" }] })
            .ShouldBe(new ChangePlace(ChangePlaceKind.Application, "media-prod", "https://git.example/all.git", "charts/media"));

    [Fact]
    public void The_application_of_the_tracking_id() =>
        PlaceOf(With("argocd.argoproj.io/tracking-id", "media-prod:apps/Deployment:wealist-prod/media-service"), App)!.Name.ShouldBe("media-prod");

    [Fact]
    public void The_tracking_id_of_a_copy_names_nobody() =>
        PlaceOf(With("argocd.argoproj.io/tracking-id", "media-prod:apps/Deployment:wealist-prod/other"), App)!.Kind.ShouldBe(ChangePlaceKind.Nobody);

    [Fact]
    public void The_helm_release() =>
        PlaceOf(With("meta.helm.sh/release-name", "media"), App).ShouldBe(new ChangePlace(ChangePlaceKind.Helm, "wealist-prod/media"));

    [Fact]
    public void Terraform_by_its_label()
    {
        var deployment = new TheDeployment().Build();

        PlaceOf(deployment with { Metadata = deployment.Metadata with { Labels = TheMetadata.Map(("app.kubernetes.io/managed-by", "terraform")) } }, App)!.Kind.ShouldBe(ChangePlaceKind.Terraform);
    }

    [Fact]
    public void Nobody_is_said_only_when_applications_were_read()
    {
        PlaceOf(new TheDeployment().Build(), App)!.Kind.ShouldBe(ChangePlaceKind.Nobody);
        PlaceOf(new TheDeployment().Build()).ShouldBeNull();
    }

    [Fact]
    public void The_autoscaler_that_sets_the_replicas() =>
        PlaceOf(new TheDeployment().Build(), App, new HorizontalPodAutoscaler { Metadata = TheMetadata.Of("wealist-prod", "media"), TargetKind = "Deployment", TargetName = "media-service" })!.Autoscaler.ShouldBe("media");

    private static Deployment With(string annotation, string value)
    {
        var deployment = new TheDeployment().Build();
        return deployment with { Metadata = deployment.Metadata with { Annotations = TheMetadata.Map((annotation, value)) } };
    }

    private static ChangePlace? PlaceOf(Deployment deployment, params ClusterObject[] others)
    {
        var pod = new ThePod().NotReady().Build();
        return Diagnose(new TheSnapshot().With(pod, deployment).With(others), ARule.Finding(RuleIds.PodOom, A(RuleIds.PodOom, pod.Ref))).Findings.Single().ChangeIn;
    }
}
