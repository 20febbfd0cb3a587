using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class RepoServerUnavailableRuleTests
{
    private const string Unavailable = "Failed to load target state: failed to generate manifest for source 1 of 1: rpc error: code = Unavailable desc = connection error: dial tcp 10.0.0.9:8081: connect: connection refused";

    [Fact]
    public void Is_the_root_and_the_pods_fault_stands_under_it()
    {
        var pod = new ThePod("argocd-repo-server-6797f58b49-x", "argocd-repo-server", "argocd").CrashLooping("OOMKilled", 137, 5).Build();
        var snapshot = TheSnapshot.Of(An("one", Unavailable), An("two", Unavailable), An("fine"), pod, Server(0));

        var diagnosis = DiagnoserTests.Diagnose(snapshot, [.. RuleCatalogue.All]);

        var root = diagnosis.Roots.ShouldHaveSingleItem();
        root.Rule.ShouldBe(RuleIds.ArgoCdRepoServerUnavailable);
        root.Severity.ShouldBe(Severity.Critical);
        root.Impact.ShouldBe(Impact.Deployments);
        root.Variant.ShouldBe("oom");
        root.Facts["unknown"].ShouldBe(2);
        root.Facts["apps"].ShouldBe(3);
        root.Action.ShouldBe("raise-memory");
        diagnosis.Findings.Single(finding => finding.Rule == RuleIds.PodOom).CausedBy.ShouldBe([root.Id]);
    }

    [Fact]
    public void Without_a_suffering_application_the_pod_speaks_for_itself()
    {
        var pod = new ThePod("argocd-repo-server-6797f58b49-x", "argocd-repo-server", "argocd").CrashLooping("OOMKilled", 137).Build();

        DiagnoserTests.Diagnose(TheSnapshot.Of(An("fine"), pod, Server(0)), [.. RuleCatalogue.All]).Roots.ShouldHaveSingleItem().Rule.ShouldBe(RuleIds.PodOom);
    }

    [Fact]
    public void One_application_beside_a_ready_server_is_a_warning() =>
        Evaluated.By(RuleIds.ArgoCdRepoServerUnavailable, An("one", Unavailable), Server(1)).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);

    [Fact]
    public void A_rolling_restart_is_over_before_three_minutes() =>
        Evaluated.By(RuleIds.ArgoCdRepoServerUnavailable, An("one", Unavailable, TimeSpan.FromSeconds(179)), Server(1)).ShouldBeEmpty();

    [Fact]
    public void A_wrong_path_or_password_is_not_the_servers_fault() =>
        Evaluated.By(RuleIds.ArgoCdRepoServerUnavailable, An("one", "rpc error: code = Unknown desc = authentication required: Repository not found."), Server(1)).ShouldBeEmpty();

    [Fact]
    public void Speaks_of_the_server_by_name_where_deployments_were_not_read() =>
        Evaluated.By(RuleIds.ArgoCdRepoServerUnavailable, An("one", Unavailable)).ShouldHaveSingleItem().Subject.ShouldBe(new ObjectRef("Deployment", "argocd", "argocd-repo-server"));

    private static Deployment Server(int ready) => new TheDeployment("argocd-repo-server", "argocd", 1).Ready(ready);

    private static Application An(string name, string? error = null, TimeSpan? since = null) => new()
    {
        Metadata = TheMetadata.Of("argocd", name),
        SyncStatus = error is null ? "Synced" : "Unknown",
        HealthStatus = "Healthy",
        Conditions = error is null ? [] : [new ApplicationCondition("ComparisonError", error, TheSnapshot.Now - (since ?? TimeSpan.FromMinutes(3)))],
    };
}
