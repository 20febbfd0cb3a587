using System.Text.Json;
using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Remediation;
using Bot.Core.Texts;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Remediation;

public sealed class RemediationActionsTests
{
    [Fact]
    public void Every_action_id_has_a_tier_and_every_built_action_is_in_the_table()
    {
        var ids = typeof(ActionIds).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToArray();

        ids.ShouldBeUnique();
        ActionTiers.Ids.ShouldBe(ids, ignoreOrder: true);
        RemediationActions.All.Select(action => action.Id).ShouldBeUnique();
        RemediationActions.All.ShouldAllBe(action => ids.Contains(action.Id));
        ActionTiers.Of("delete-everything").ShouldBe(RiskTier.R4);
    }

    [Fact]
    public void Every_text_of_approval_remediation_and_audit_stands_in_both_languages_with_the_same_placeholders()
    {
        foreach (var key in TextCatalogue.Default.Keys(Language.En).Where(key => key.StartsWith("approval.", StringComparison.Ordinal) || key.StartsWith("remediation.", StringComparison.Ordinal) || key.StartsWith("audit.", StringComparison.Ordinal)))
        {
            var korean = TextCatalogue.Default.Find(Language.Ko, key).ShouldNotBeNull(key);
            Placeholders(korean).ShouldBe(Placeholders(TextCatalogue.Default.Find(Language.En, key)!), ignoreOrder: true, key);
        }
    }

    [Fact]
    public void A_sync_takes_the_revision_options_and_retry_of_the_application_and_never_prunes()
    {
        Application app = new TheApplication().BehindGit().With(it => it with { SyncOptions = ["CreateNamespace=true"], Retry = new SyncRetry(5, "5s", 2, "3m", Refresh: true) });

        var step = Propose(ActionIds.Sync, app).Plan!.Steps.Single();

        using var body = JsonDocument.Parse(step.Request.Body);
        var operation = body.RootElement.EnumerateArray().Single(it => it.GetProperty("path").GetString() == "/operation" && it.GetProperty("op").GetString() == "add").GetProperty("value");
        operation.GetRawText().ShouldBe($$$"""{"initiatedBy":{"username":"gitops-bot"},"sync":{"prune":false,"syncStrategy":{"hook":{}},"revision":"{{{TheApplication.GitRevision}}}","syncOptions":["CreateNamespace=true"]},"retry":{"limit":5,"backoff":{"duration":"5s","factor":2,"maxDuration":"3m"},"refresh":true}}""");
        step.Preconditions.ShouldContain(new Precondition("/operation", null));
        step.Request.Body.ShouldContain("""{"op":"remove","path":"/status/operationState"}""");
    }

    [Theory]
    [InlineData("remediation.sync.running")]
    [InlineData("remediation.sync.deleting")]
    [InlineData("remediation.sync.comparison-error")]
    [InlineData("remediation.sync.window")]
    public void A_sync_that_cannot_work_is_not_offered(string key)
    {
        var app = new TheApplication().BehindGit();
        var windows = new AppProject { Metadata = TheMetadata.Of("argocd", "wealist") };
        _ = key switch
        {
            "remediation.sync.running" => app.Running("waiting", TimeSpan.FromHours(1)),
            "remediation.sync.deleting" => app.With(it => it with { Metadata = it.Metadata with { DeletedAt = TheSnapshot.Now } }),
            "remediation.sync.comparison-error" => app.With(it => it with { Conditions = [new ApplicationCondition("ComparisonError", "rpc error", TheSnapshot.Now)] }),
            _ => app,
        };
        if (key == "remediation.sync.window")
        {
            windows = windows with { SyncWindows = [new SyncWindow { Type = "deny", Schedule = "* * * * *", Duration = "1h", Applications = ["*"] }] };
        }

        Propose(ActionIds.Sync, app, windows).Refusal!.Key.ShouldBe(key);
    }

    [Fact]
    public void A_hard_refresh_is_one_click_and_not_asked_for_twice()
    {
        Propose(ActionIds.HardRefresh, new TheApplication()).Plan!.Tier.ShouldBe(RiskTier.R1);
        Propose(ActionIds.HardRefresh, new TheApplication().Annotated("argocd.argoproj.io/refresh", "hard")).Refusal!.Key.ShouldBe("remediation.hard-refresh.pending");
        Propose(ActionIds.Refresh, new TheApplication()).Plan!.Tier.ShouldBe(RiskTier.R0);
    }

    [Theory]
    [InlineData("plain-name.x", "plain-name.x")]
    [InlineData("", "''")]
    [InlineData("a b", "'a b'")]
    [InlineData("it's $HOME", "'it'\"'\"'s $HOME'")]
    public void Commands_are_quoted_for_the_shell(string argument, string quoted) => ShellText.Quote(argument).ShouldBe(quoted);

    private static PlanProposal Propose(string action, Application app, params ClusterObject[] others)
    {
        ClusterSnapshot snapshot = new TheSnapshot().Named("main").With(app).With(others);
        return RemediationActions.Find(action)!.Propose(new PlanRequest(snapshot, new ClusterDiagnosis("main", TheSnapshot.Now, [], 1, []), new DiagnosisContext(TheSnapshot.Now), app.Ref));
    }

    private static IEnumerable<string> Placeholders(string text) => text.Split('{').Skip(1).Select(part => part.Split('}')[0]).Distinct();
}
