using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class HookFailedRuleTests
{
    [Fact]
    public void Fires_when_a_hook_ended_the_operation()
    {
        var finding = Diagnose.By<HookFailedRule>(App()).ShouldHaveSingleItem().ShouldSpeak();

        finding.Severity.ShouldBe(Severity.Warning);
        finding.Since.ShouldBe(TheSnapshot.Now.AddMinutes(-5));
        finding.Action.ShouldBeNull();
        finding.Command.ShouldBe("kubectl -n wealist-prod logs job/user-db-migrate --all-containers --tail=40");
    }

    [Fact]
    public void A_new_operation_takes_the_place_of_the_failed_one() =>
        Diagnose.By<HookFailedRule>(App().With(it => it with { Operation = new RequestedOperation { HasSync = true } })).ShouldBeEmpty();

    [Fact]
    public void A_retry_under_way_has_not_failed_yet() => Diagnose.By<HookFailedRule>(App().State(it => it with { Phase = "Running" })).ShouldBeEmpty();

    [Fact]
    public void A_failed_wave_member_is_no_hook() =>
        Diagnose.By<HookFailedRule>(new TheApplication("user-service-prod").State(it => it with { Phase = "Failed" }).Syncing("apps", "Deployment", "api", "wealist-prod", entry => entry with { HookPhase = "Failed" })).ShouldBeEmpty();

    [Fact]
    public void Reads_the_reason_off_the_job_where_it_can()
    {
        var job = new TheJob("user-db-migrate").With(it => it with { Conditions = [new Condition("Failed", "True", "BackoffLimitExceeded", "", TheSnapshot.Now)] });

        Diagnose.By<HookFailedRule>(App(), (Job)job).ShouldHaveSingleItem().Evidence.ShouldContain(evidence => evidence.Value == "BackoffLimitExceeded");
    }

    private static TheApplication App() => new TheApplication("user-service-prod", destination: "wealist-prod")
        .State(it => it with
        {
            Phase = "Failed",
            Message = "one or more synchronization tasks completed unsuccessfully, reason: Job has reached the specified backoff limit (retried 5 times).",
            RetryCount = 5,
            StartedAt = TheSnapshot.Now.AddMinutes(-9),
            FinishedAt = TheSnapshot.Now.AddMinutes(-5),
        })
        .Syncing("batch", "Job", "user-db-migrate", "wealist-prod", entry => entry with { HookType = "PreSync", HookPhase = "Failed", Message = "Job has reached the specified backoff limit" });
}
