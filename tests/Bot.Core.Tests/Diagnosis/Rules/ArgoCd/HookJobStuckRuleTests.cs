using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class HookJobStuckRuleTests
{
    [Fact]
    public void Fires_when_the_job_runs_past_thirty_minutes()
    {
        var finding = Diagnose.By<HookJobStuckRule>(App(TimeSpan.FromMinutes(31)), new TheJob(since: TimeSpan.FromMinutes(30))).ShouldHaveSingleItem().ShouldSpeak();

        finding.Severity.ShouldBe(Severity.Critical);
        finding.PointsTo.ShouldHaveSingleItem().ToString().ShouldBe("Job/wealist-prod/db-migrate");
    }

    [Fact]
    public void A_migration_within_its_deadline_is_left_alone()
    {
        Diagnose.By<HookJobStuckRule>(App(TimeSpan.FromMinutes(30)), new TheJob(since: TimeSpan.FromSeconds(1799))).ShouldBeEmpty();
        Diagnose.By<HookJobStuckRule>(App(TimeSpan.FromHours(2)), new TheJob(since: TimeSpan.FromMinutes(50)).With(it => it with { ActiveDeadlineSeconds = 3600 })).ShouldBeEmpty();
    }

    [Fact]
    public void Its_own_deadline_counts() =>
        Diagnose.By<HookJobStuckRule>(App(TimeSpan.FromMinutes(12)), new TheJob(since: TimeSpan.FromMinutes(11)).With(it => it with { ActiveDeadlineSeconds = 600 })).ShouldHaveSingleItem();

    [Fact]
    public void A_suspended_job_never_ends() =>
        Diagnose.By<HookJobStuckRule>(App(TimeSpan.FromMinutes(12)), new TheJob().With(it => it with { Suspended = true })).ShouldHaveSingleItem().ShouldSpeak().Variant.ShouldBe("suspended");

    [Fact]
    public void A_pod_that_cannot_start_is_named()
    {
        var job = new TheJob();
        var pod = new ThePod("db-migrate-x7k2p", "db-migrate").OwnedBy(job.AsOwner()).Waiting("ImagePullBackOff").Build();

        var finding = Diagnose.By<HookJobStuckRule>(App(TimeSpan.FromMinutes(12)), (Job)job, pod).ShouldHaveSingleItem().ShouldSpeak();

        finding.Variant.ShouldBe("pod-blocked");
        finding.PointsTo.ShouldContain(pod.Ref);
    }

    [Fact]
    public void A_job_that_gets_no_pod_is_found_only_where_pods_were_read()
    {
        var job = new TheJob(since: TimeSpan.FromMinutes(11)).With(it => it with { Active = 0 });

        Diagnose.By<HookJobStuckRule>(new TheSnapshot().With(App(TimeSpan.FromMinutes(12)), (Job)job).Complete("Pod")).ShouldHaveSingleItem().ShouldSpeak().Variant.ShouldBe("no-pod");
        Diagnose.By<HookJobStuckRule>(App(TimeSpan.FromMinutes(12)), (Job)job).ShouldBeEmpty();
    }

    [Fact]
    public void A_job_that_was_not_read_is_not_judged() => Diagnose.By<HookJobStuckRule>(App(TimeSpan.FromHours(1))).ShouldBeEmpty();

    private static Application App(TimeSpan since) =>
        new TheApplication("board-service-prod", destination: "wealist-prod").Running("waiting for completion of hook batch/Job/db-migrate", since);
}
