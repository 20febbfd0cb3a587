using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Testing.Builders;
using static Bot.Core.Tests.Diagnosis.DiagnoserTests;

namespace Bot.Core.Tests.Diagnosis;

public sealed class CausalGraphTests
{
    private static readonly ObjectRef App = new("Application", "argocd", "root");
    private static readonly ObjectRef Webhook = new("ValidatingWebhookConfiguration", "", "guard");

    [Fact]
    public void A_finding_about_what_another_points_to_is_its_cause()
    {
        var findings = Diagnose(
            TheSnapshot.Empty,
            ARule.Finding("x.app", A("x.app", App, Severity.Critical) with { PointsTo = [Webhook], BlocksDelivery = true }),
            ARule.Finding("webhook.x", A("webhook.x", Webhook, Severity.Critical))).Findings;

        findings.Select(finding => finding.Rule).ShouldBe(["webhook.x", "x.app"]);
        findings[0].IsRoot.ShouldBeTrue();
        findings[0].Impact.ShouldBe(Impact.Deployments, "a root takes the worst of what it causes");
        findings[1].CausedBy.ShouldBe([findings[0].Id]);
    }

    [Fact]
    public void A_finding_that_is_worse_than_its_cause_names_it_and_stays_a_root()
    {
        var diagnosis = Diagnose(
            TheSnapshot.Empty,
            ARule.Finding("x.app", A("x.app", App, Severity.Critical) with { PointsTo = [Webhook] }),
            ARule.Finding("webhook.x", A("webhook.x", Webhook)));

        diagnosis.Roots.Select(finding => finding.Rule).ShouldBe(["x.app", "webhook.x"]);
        diagnosis.Findings[0].CausedBy.ShouldBe([diagnosis.Findings[1].Id]);
        diagnosis.Under(diagnosis.Findings[1]).ShouldBeEmpty("it has an incident of its own");
    }

    [Fact]
    public void What_a_finding_explains_wins_over_what_points_at_it()
    {
        var findings = Diagnose(
            TheSnapshot.Empty,
            ARule.Finding("x.app", A("x.app", App) with { PointsTo = [Webhook], Explains = [Webhook] }),
            ARule.Finding("webhook.x", A("webhook.x", Webhook) with { PointsTo = [App] })).Findings;

        findings.Single(finding => finding.IsRoot).Rule.ShouldBe("x.app");
        findings.Single(finding => finding.Rule == "webhook.x").CausedBy.ShouldHaveSingleItem();
    }

    [Fact]
    public void Two_that_point_at_each_other_make_no_circle()
    {
        var findings = Diagnose(
            TheSnapshot.Empty,
            ARule.Finding("x.app", A("x.app", App) with { PointsTo = [Webhook] }),
            ARule.Finding("webhook.x", A("webhook.x", Webhook) with { PointsTo = [App] })).Findings;

        findings.Count(finding => finding.IsRoot).ShouldBe(1);
    }

    [Fact]
    public void Edges_are_followed_from_webhook_to_service_to_the_owner_of_its_pods()
    {
        var pod = new ThePod().NotReady().Build();
        var configuration = new WebhookConfiguration { Metadata = TheMetadata.Of("", "guard"), Webhooks = [new Webhook { Name = "w", ServiceNamespace = "wealist-prod", ServiceName = "media-service" }] };

        var findings = Diagnose(
            TheSnapshot.Of(pod, configuration, TheService.Of()),
            ARule.Finding("x.app", A("x.app", App) with { PointsTo = [Webhook] }),
            ARule.Finding(RuleIds.PodOom, A(RuleIds.PodOom, pod.Ref))).Findings;

        findings.Single(finding => finding.IsRoot).Rule.ShouldBe(RuleIds.PodOom);
    }

    [Fact]
    public void A_child_application_without_a_finding_of_its_own_leads_to_what_it_manages()
    {
        var pod = new ThePod().NotReady().Build();
        var child = new Application
        {
            Metadata = TheMetadata.Of("argocd", "media-service-prod"),
            Resources = [new ApplicationResource { Kind = "Deployment", Namespace = "wealist-prod", Name = "media-service" }],
        };

        var findings = Diagnose(
            TheSnapshot.Of(pod, child),
            ARule.Finding("x.app", A("x.app", App) with { PointsTo = [child.Ref] }),
            ARule.Finding(RuleIds.PodOom, A(RuleIds.PodOom, pod.Ref))).Findings;

        findings.Single(finding => finding.Rule == "x.app").IsRoot.ShouldBeFalse();
    }

    [Fact]
    public void A_secret_leads_to_the_external_secret_that_should_make_it()
    {
        var pod = new ThePod().NotReady().Build();
        var maker = new ExternalSecret { Metadata = TheMetadata.Of("wealist-prod", "maker"), TargetName = "db-auth" };

        var findings = Diagnose(
            TheSnapshot.Of(pod, maker),
            ARule.Finding(RuleIds.PodCrashloop, A(RuleIds.PodCrashloop, pod.Ref) with { PointsTo = [new ObjectRef("Secret", "wealist-prod", "db-auth")] }),
            ARule.Finding(RuleIds.EsoSyncFailed, A(RuleIds.EsoSyncFailed, maker.Ref))).Findings;

        findings.Single(finding => finding.IsRoot).Rule.ShouldBe(RuleIds.EsoSyncFailed);
    }

    [Fact]
    public void The_order_of_the_rules_changes_nothing()
    {
        var pod = new ThePod().CrashLooping("OOMKilled", 137).Build();
        var snapshot = TheSnapshot.Of(pod, new TheDeployment().Ready(0).Build(), new ThePod("api-6797f58b49-x", "api").Waiting("ErrImagePull", "manifest unknown").Build());

        var one = Diagnose(snapshot, [.. RuleCatalogue.All]).Findings.Select(finding => finding.Id);
        var other = Diagnose(snapshot, [.. RuleCatalogue.All.Reverse()]).Findings.Select(finding => finding.Id);

        other.ShouldBe(one);
    }

    [Fact]
    public void Many_paths_to_one_root_cost_no_more_than_one()
    {
        const int Layers = 40;
        static ObjectRef At(int layer, int side) => new("Application", "argocd", $"{layer}-{side}");
        var findings = Enumerable.Range(0, Layers)
            .SelectMany(layer => new[] { 0, 1 }.Select(side => A("x.app", At(layer, side)) with { PointsTo = layer == 0 ? [] : [At(layer - 1, 0), At(layer - 1, 1)], BlocksDelivery = layer == Layers - 1 }))
            .ToArray();

        var diagnosis = Diagnose(TheSnapshot.Empty, ARule.Finding("x.app", findings));

        diagnosis.Roots.Select(finding => finding.Impact).ShouldBe([Impact.Deployments, Impact.Deployments]);
    }

    [Fact]
    public void Roots_stand_worst_first_and_causes_before_what_stands_on_them()
    {
        var findings = Diagnose(
            TheSnapshot.Empty,
            ARule.Finding("ingress.x", A("ingress.x", new ObjectRef("Ingress", "b", "b"), Severity.Critical)),
            ARule.Finding("webhook.x", A("webhook.x", Webhook, Severity.Critical)),
            ARule.Finding("node.x", A("node.x", new ObjectRef("Node", "", "n")))).Findings;

        findings.Select(finding => finding.Rule).ShouldBe(["webhook.x", "ingress.x", "node.x"]);
    }
}
