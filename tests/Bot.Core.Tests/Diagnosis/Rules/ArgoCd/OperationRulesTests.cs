using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class OperationRulesTests
{
    private static readonly string[] Messages =
    [
        "", "one or more tasks are running", "Sync operation blocked by sync window", "waiting for completion of hook batch/Job/db-migrate", "waiting for deletion of hook batch/Job/db-migrate",
        "waiting for healthy state of argoproj.io/Application/wealist-apps-prod", "waiting for healthy state of argoproj.io/Application/other", "waiting for healthy state of apps/Deployment/api",
        "waiting for pruning confirmation of /Namespace/x", "operation is terminating", "one or more objects failed to apply",
    ];

    [Fact]
    public void Never_more_than_one_speaks_for_an_application()
    {
        var shapes =
            from message in Messages
            from phase in new[] { "Running", "Terminating", "Failed", "Succeeded", "Error", "" }
            from minutes in new[] { 0, 1, 3, 6, 11, 31, 600 }
            from requested in new[] { true, false }
            from finished in new[] { true, false }
            select new TheApplication()
                .Running(message, TimeSpan.FromMinutes(minutes), phase)
                .With(it => it with { Operation = requested ? it.Operation : null, SyncStatus = "OutOfSync" })
                .State(it => it with { FinishedAt = finished ? TheSnapshot.Now : null })
                .Build();

        foreach (var app in shapes)
        {
            var snapshot = new TheSnapshot().With(app, new TheApplication("other").Health("Degraded").Build()).Complete("Job", "Deployment").Build();
            Diagnose.Operations(snapshot).Count.ShouldBeLessThanOrEqualTo(1, $"{app.OperationState}");
        }
    }

    [Fact]
    public void Nothing_is_said_of_an_empty_cluster_or_a_healthy_application()
    {
        Diagnose.Operations(TheSnapshot.Empty).ShouldBeEmpty();
        Diagnose.Operations(TheSnapshot.Of(new TheApplication().Build())).ShouldBeEmpty();
        Diagnose.Operations(TheSnapshot.Of(new Application { Metadata = TheMetadata.Of("argocd", "new") })).ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_of_the_group_has_its_own_id() =>
        OperationRules.InOrder.Select(rule => rule.Descriptor.Id).Distinct().Count().ShouldBe(OperationRules.InOrder.Length);

    [Fact]
    public void The_engine_puts_the_hazard_and_the_trigger_under_the_deadlock()
    {
        var root = new TheApplication()
            .Running("waiting for healthy state of argoproj.io/Application/wealist-apps-prod", TimeSpan.FromMinutes(14))
            .BehindGit()
            .Managing("argoproj.io", "Application", "wealist-apps-prod", "argocd", it => it with { RequiresPruning = true })
            .ManagingApplications("cluster-addons-prod")
            .Syncing("argoproj.io", "Application", "wealist-apps-prod", "argocd")
            .Build();
        var child = new TheApplication("cluster-addons-prod", destination: "external-secrets").Health("Progressing")
            .Running("waiting for healthy state of apps/Deployment/external-secrets-operator-webhook", TimeSpan.FromMinutes(12))
            .Managing("apps", "Deployment", "external-secrets-operator-webhook", "external-secrets")
            .Build();
        var webhook = new TheDeployment("external-secrets-operator-webhook", "external-secrets", 1).Ready(0).Build();

        var diagnosis = new Diagnoser(RuleCatalogue.All, Microsoft.Extensions.Logging.Abstractions.NullLogger<Diagnoser>.Instance)
            .Diagnose(TheSnapshot.Of(root, child, webhook), Diagnose.Context);

        diagnosis.Findings.Where(finding => finding.Rule.StartsWith("argocd.", StringComparison.Ordinal)).Select(finding => (finding.Rule, finding.IsRoot)).ShouldBe(
            [(RuleIds.ArgoCdSelfReferenceDeadlock, true), (RuleIds.ArgoCdSelfPruneHazard, false), (RuleIds.ArgoCdWaveBlocked, false)], ignoreOrder: true);
    }
}
