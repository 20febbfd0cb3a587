using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class RetryLoopRuleTests
{
    [Fact]
    public void Fires_after_ten_minutes_of_attempts()
    {
        var finding = Diagnose.By<RetryLoopRule>(App(TimeSpan.FromMinutes(10))).ShouldHaveSingleItem().ShouldSpeak();

        (finding.Severity, finding.Variant, finding.Action).ShouldBe((Severity.Warning, "", null));
        finding.Facts["reason"].ShouldBeOfType<Core.Texts.TextKey>().Key.ShouldBe("operation.pattern.WebhookUnreachable");
    }

    [Fact]
    public void Retries_keep_to_their_revision_so_a_mend_in_git_needs_an_end()
    {
        Diagnose.By<RetryLoopRule>(App(TimeSpan.FromMinutes(12)).BehindGit()).ShouldHaveSingleItem().ShouldSpeak().Action.ShouldBe("clear-operation");
        Diagnose.By<RetryLoopRule>(App(TimeSpan.FromMinutes(12), refresh: true).BehindGit()).ShouldHaveSingleItem().ShouldSpeak().Action.ShouldBeNull();
    }

    [Fact]
    public void A_limit_below_zero_is_endless() => Diagnose.By<RetryLoopRule>(App(TimeSpan.FromMinutes(12), limit: -1)).ShouldHaveSingleItem().ShouldSpeak().Variant.ShouldBe("endless");

    [Fact]
    public void Backing_off_for_less_than_ten_minutes_is_ordinary() => Diagnose.By<RetryLoopRule>(App(TimeSpan.FromSeconds(599))).ShouldBeEmpty();

    [Fact]
    public void An_attempt_under_way_is_no_pause() => Diagnose.By<RetryLoopRule>(new TheApplication().Running("", TimeSpan.FromHours(1))).ShouldBeEmpty();

    [Fact]
    public void No_other_operation_rule_takes_a_backoff_for_a_standstill() =>
        Diagnose.Operations(TheSnapshot.Of(App(TimeSpan.FromHours(1)).Build())).ShouldBe([RuleIds.ArgoCdRetryLoop]);

    private static TheApplication App(TimeSpan since, long limit = 5, bool refresh = false) => new TheApplication()
        .Running("one or more objects failed to apply, reason: failed calling webhook \"v\": no endpoints available. Retrying attempt #3 at 3:04PM.", since)
        .State(it => it with { FinishedAt = TheSnapshot.Now.AddSeconds(-20), RetryCount = 2 })
        .With(it => it with { Operation = it.Operation! with { Retry = new SyncRetry(limit, "5s", 2, "3m0s", refresh) } });
}
