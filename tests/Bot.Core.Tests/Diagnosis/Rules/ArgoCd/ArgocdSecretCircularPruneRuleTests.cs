using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class ArgocdSecretCircularPruneRuleTests
{
    [Fact]
    public void Fires_on_the_application_that_pruned_it()
    {
        var finding = Evaluated.By(RuleIds.ArgoCdArgocdSecretCircularPrune, Gone(Pruner(), Merging())).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Critical);
        finding.Subject.Name.ShouldBe("argocd-config");
        finding.Variant.ShouldBeEmpty();
        finding.Action.ShouldBe("pause-auto-sync");
        finding.BlocksDelivery.ShouldBeTrue();
    }

    [Fact]
    public void The_crash_of_the_server_and_the_merge_stand_under_it()
    {
        var server = new ThePod("argocd-server-6797f58b49-x", "argocd-server", "argocd").CrashLooping("Error", 1, message: "secret \"argocd-secret\" not found").Build();

        var diagnosis = new Diagnoser(RuleCatalogue.All, Microsoft.Extensions.Logging.Abstractions.NullLogger<Diagnoser>.Instance)
            .Diagnose(TheSnapshot.Of(Pruner(), Merging(), server, new TheDeployment("argocd-server", "argocd", 1).Ready(0).Build()), new DiagnosisContext(TheSnapshot.Now));

        diagnosis.FailedRules.ShouldBeEmpty();
        diagnosis.Roots.ShouldHaveSingleItem().Rule.ShouldBe(RuleIds.ArgoCdArgocdSecretCircularPrune);
        diagnosis.Findings.Select(finding => finding.Rule).ShouldBe([RuleIds.ArgoCdArgocdSecretCircularPrune, RuleIds.ArgoCdServerDown, RuleIds.PodCrashloop, RuleIds.ArgoCdExternalSecretMergeNoTarget], ignoreOrder: true);
    }

    [Fact]
    public void Without_the_record_of_the_prune_it_is_suspected_only_where_prune_is_on()
    {
        var listed = Pruner() with { OperationState = null, Resources = [new ApplicationResource { Kind = "Secret", Namespace = "argocd", Name = "argocd-secret", RequiresPruning = true }] };

        Evaluated.By(RuleIds.ArgoCdArgocdSecretCircularPrune, Gone(listed)).ShouldHaveSingleItem().Variant.ShouldBe("suspected");
        Evaluated.By(RuleIds.ArgoCdArgocdSecretCircularPrune, Gone(listed with { Automated = new AutomatedSync(false, true, false, true) })).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_is_blamed_without_proof() =>
        Evaluated.By(RuleIds.ArgoCdArgocdSecretCircularPrune, Gone(Pruner() with { OperationState = null }, Merging())).ShouldBeEmpty();

    [Fact]
    public void A_secret_that_is_back_is_no_fault() =>
        Evaluated.By(RuleIds.ArgoCdArgocdSecretCircularPrune, Pruner(), Merging(), new SecretMetadata { Metadata = TheMetadata.Of("argocd", "argocd-secret") }).ShouldBeEmpty();

    [Fact]
    public void Says_nothing_where_nothing_proves_that_it_is_gone() => Evaluated.By(RuleIds.ArgoCdArgocdSecretCircularPrune, Pruner()).ShouldBeEmpty();

    private static ClusterSnapshot Gone(params ClusterObject[] objects) => new TheSnapshot().With(objects).Complete("Secret");

    private static Application Pruner() => new()
    {
        Metadata = TheMetadata.Of("argocd", "argocd-config"),
        Automated = new AutomatedSync(true, true, false, true),
        OperationState = new OperationState
        {
            Phase = "Succeeded",
            FinishedAt = TheSnapshot.Now.AddMinutes(-5),
            SyncResult = new SyncResult("a1b2c3d", [], [new SyncedResource { Kind = "Secret", Namespace = "argocd", Name = "argocd-secret", Status = "Pruned", Message = "pruned" }]),
        },
    };

    private static ExternalSecret Merging() => new()
    {
        Metadata = TheMetadata.Of("argocd", "argocd-oauth-secret"),
        TargetName = "argocd-secret",
        CreationPolicy = "Merge",
        Conditions = [new Condition("Ready", "False", "SecretMissing", "secret not found", TheSnapshot.Now.AddMinutes(-5))],
    };
}
