using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Diagnosis.Rules.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.ArgoCd;

public sealed class HookDeletionTrapRuleTests
{
    [Fact]
    public void Fires_when_the_hook_is_gone_already() =>
        Diagnose.By<HookDeletionTrapRule>(new TheSnapshot().With(App(TimeSpan.FromMinutes(12))).Complete("Job")).ShouldHaveSingleItem().ShouldSpeak().Variant.ShouldBe("gone");

    [Fact]
    public void Names_the_finalizer_that_holds_it()
    {
        var job = new TheJob().With(it => it with { Metadata = it.Metadata with { DeletedAt = TheSnapshot.Now.AddMinutes(-12), Finalizers = ["argocd.argoproj.io/hook-finalizer"] } });

        Diagnose.By<HookDeletionTrapRule>(App(TimeSpan.FromMinutes(12)), job).ShouldHaveSingleItem().ShouldSpeak().Variant.ShouldBe("finalizer");
    }

    [Fact]
    public void Says_no_more_than_the_message_when_jobs_were_not_read() =>
        Diagnose.By<HookDeletionTrapRule>(App(TimeSpan.FromMinutes(12))).ShouldHaveSingleItem().ShouldSpeak().Variant.ShouldBe("");

    [Fact]
    public void Is_silent_just_under_ten_minutes() => Diagnose.By<HookDeletionTrapRule>(App(TimeSpan.FromSeconds(599))).ShouldBeEmpty();

    [Fact]
    public void The_deletion_of_a_plain_object_is_no_hook() =>
        Diagnose.By<HookDeletionTrapRule>(new TheApplication().Running("waiting for deletion of apps/Deployment/old", TimeSpan.FromMinutes(12))).ShouldBeEmpty();

    private static Application App(TimeSpan since) =>
        new TheApplication("board-service-prod", destination: "wealist-prod").Running("waiting for deletion of hook batch/Job/db-migrate", since);
}
