using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class SelfReferenceDeadlockRuleTests
{
    private const string Waits = "waiting for healthy state of argoproj.io/Application/wealist-apps-prod";

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(14);

    [Fact]
    public void Fires_when_the_root_waits_for_itself()
    {
        var finding = Diagnose.By<SelfReferenceDeadlockRule>(TheRoot()).ShouldHaveSingleItem().ShouldSpeak();

        finding.Severity.ShouldBe(Severity.Critical);
        finding.Subject.ToString().ShouldBe("Application/argocd/wealist-apps-prod");
        finding.Since.ShouldBe(TheSnapshot.Now - Long);
        (finding.Facts["running"], finding.Facts["git"], finding.Facts["blocked"]).ShouldBe(("a1b2c3d", "9f8e7d6", 2));
        finding.Action.ShouldBe("clear-operation");
        finding.Command!.ShouldContain("""{"op":"replace","path":"/status/operationState/phase","value":"Terminating"}""");
        finding.Command!.ShouldContain("""{"op":"test","path":"/status/operationState/startedAt","value":"2026-11-21T01:46:00Z"}""");
        finding.BlocksDelivery.ShouldBeTrue();
    }

    [Fact]
    public void Is_silent_just_under_ten_minutes() =>
        Diagnose.By<SelfReferenceDeadlockRule>(TheRoot(TimeSpan.FromSeconds(599))).ShouldBeEmpty();

    [Fact]
    public void Finds_itself_among_the_objects_that_the_message_does_not_name()
    {
        var root = new TheApplication()
            .Running("waiting for healthy state of argoproj.io/Application/a-first-prod and 1 more resources", Long)
            .Syncing("argoproj.io", "Application", "a-first-prod", "argocd")
            .Syncing("argoproj.io", "Application", "wealist-apps-prod", "argocd");

        Diagnose.By<SelfReferenceDeadlockRule>(root).ShouldHaveSingleItem().ShouldSpeak();
    }

    [Theory]
    [InlineData("waiting for healthy state of argoproj.io/Application/wealist-apps-prod-db")]
    [InlineData("waiting for healthy state of argoproj.io/Application/wealist-apps")]
    [InlineData("waiting for healthy state of apps/Deployment/wealist-apps-prod")]
    public void A_wait_for_a_similar_name_is_another_wait(string message) =>
        Diagnose.By<SelfReferenceDeadlockRule>(new TheApplication().Running(message, Long)).ShouldBeEmpty();

    [Fact]
    public void The_same_name_in_another_namespace_is_another_application() =>
        Diagnose.By<SelfReferenceDeadlockRule>(new TheApplication().Running(Waits, Long).Syncing("argoproj.io", "Application", "wealist-apps-prod", "team-b")).ShouldBeEmpty();

    [Fact]
    public void A_self_managed_application_that_does_not_wait_is_healthy() =>
        Diagnose.By<SelfReferenceDeadlockRule>(new TheApplication("argocd").ManagingApplications("argocd").Syncing("argoproj.io", "Application", "argocd", "argocd")).ShouldBeEmpty();

    [Fact]
    public void A_retry_that_waits_for_its_turn_is_not_stuck() =>
        Diagnose.By<SelfReferenceDeadlockRule>(TheRoot().State(it => it with { FinishedAt = TheSnapshot.Now })).ShouldBeEmpty();

    [Fact]
    public void Says_that_terminating_does_not_help_while_git_still_holds_the_manifest()
    {
        Diagnose.By<SelfReferenceDeadlockRule>(TheRoot()).ShouldHaveSingleItem().ShouldSpeak().Variant.ShouldBe("no-fix");
        Diagnose.By<SelfReferenceDeadlockRule>(new TheApplication().Running(Waits, Long)).ShouldHaveSingleItem().ShouldSpeak().Variant.ShouldBe("no-fix");
    }

    [Fact]
    public void Sees_that_git_has_moved_the_manifest_already_and_guards_the_root_before_it_ends_the_operation()
    {
        var finding = Diagnose.By<SelfReferenceDeadlockRule>(new TheApplication().Running(Waits, Long).BehindGit()
            .Managing("argoproj.io", "Application", "wealist-apps-prod", "argocd", it => it with { RequiresPruning = true })).ShouldHaveSingleItem().ShouldSpeak();

        finding.Variant.ShouldBe("moved");
        finding.Command!.IndexOf("Prune=false", StringComparison.Ordinal).ShouldBeInRange(0, finding.Command!.IndexOf("Terminating", StringComparison.Ordinal));
    }

    [Fact]
    public void Explains_its_trigger_down_to_the_webhook_whose_mend_cannot_arrive()
    {
        var finding = Diagnose.By<SelfReferenceDeadlockRule>(
            TheRoot(),
            new TheApplication("cluster-addons-prod", destination: "external-secrets").Health("Progressing")
                .Managing("apps", "Deployment", "external-secrets-operator-webhook", "external-secrets")
                .Managing("", "Service", "external-secrets-operator-webhook", "external-secrets").Build(),
            new TheApplication("board-service-prod").Health("Degraded").Managing("apps", "Deployment", "board-service", "wealist-prod").Build(),
            new TheDeployment("external-secrets-operator-webhook", "external-secrets", 1).Ready(0).Build(),
            new TheDeployment("board-service").Ready(0).Build(),
            TheService.Of("external-secrets-operator-webhook", "external-secrets"),
            TheService.SliceOf("external-secrets-operator-webhook", "external-secrets", notReady: 1),
            new WebhookConfiguration
            {
                Metadata = TheMetadata.Of("", "externalsecret-validate"),
                Webhooks = [new Webhook { Name = "v", ServiceNamespace = "external-secrets", ServiceName = "external-secrets-operator-webhook" }],
            }).ShouldHaveSingleItem().ShouldSpeak();

        finding.Explains.Select(item => item.ToString()).ShouldBe(
        [
            "Application/argocd/cluster-addons-prod",
            "Deployment/external-secrets/external-secrets-operator-webhook",
            "Service/external-secrets/external-secrets-operator-webhook",
            "ValidatingWebhookConfiguration//externalsecret-validate",
        ]);
        finding.Evidence.ShouldContain(evidence => evidence.Field == "status.readyReplicas" && evidence.Value == "0/1");
    }

    [Fact]
    public void Needs_no_other_kind_and_concludes_nothing_from_those_not_read()
    {
        var finding = Diagnose.By<SelfReferenceDeadlockRule>(TheRoot(), new TheApplication("cluster-addons-prod").Health("Progressing").Managing("apps", "Deployment", "unseen", "x").Build())
            .ShouldHaveSingleItem().ShouldSpeak();

        finding.Explains.ShouldHaveSingleItem().ToString().ShouldBe("Application/argocd/cluster-addons-prod");
    }

    private static TheApplication TheRoot(TimeSpan? since = null) => new TheApplication()
        .Running(Waits, since ?? Long)
        .BehindGit()
        .Health("Progressing")
        .ManagingApplications("wealist-apps-prod", "cluster-addons-prod", "board-service-prod")
        .Syncing("argoproj.io", "Application", "wealist-apps-prod", "argocd");
}
