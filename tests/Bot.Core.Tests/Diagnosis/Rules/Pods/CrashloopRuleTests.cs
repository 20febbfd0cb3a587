using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Core.Texts;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.Pods;

public sealed class CrashloopRuleTests
{
    [Fact]
    public void Fires_critical_when_nothing_is_ready()
    {
        var finding = Evaluated.By(RuleIds.PodCrashloop, new ThePod().CrashLooping("Error", 1, message: "panic: no config").Build(), new TheDeployment().Ready(0).Build()).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Critical);
        finding.Facts["exitText"].ShouldBeOfType<TextKey>().Key.ShouldBe("pod.exit.1");
        finding.Evidence.ShouldContain(fact => fact.Value == "panic: no config");
    }

    [Fact]
    public void Is_a_warning_with_a_way_back_while_the_old_version_serves()
    {
        var finding = Evaluated.By(RuleIds.PodCrashloop, new ThePod().CrashLooping("Error", 1).Build(), new TheDeployment().Ready(2).Build()).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Warning);
        finding.Action.ShouldBe("rollout-undo");
    }

    [Fact]
    public void Shows_the_last_three_lines_of_the_run_before_and_blames_the_secret_they_name()
    {
        var pod = new ThePod().CrashLooping("Error", 1).With(it => it with { Secrets = ["db-auth"] }).Build();
        var log = new LogExcerpt { Metadata = TheMetadata.Of(pod.Namespace, pod.Name), Container = "media-service", Previous = true, Lines = ["one", "two", "three", "secret db-auth has no key password"] };

        var finding = Evaluated.By(RuleIds.PodCrashloop, pod, log).ShouldHaveSingleItem();

        finding.Evidence.ShouldContain(fact => fact.Value == "two\nthree\nsecret db-auth has no key password");
        finding.PointsTo.ShouldBe([new ObjectRef("Secret", "wealist-prod", "db-auth")]);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public void Needs_two_restarts(int restarts, int findings) =>
        Evaluated.By(RuleIds.PodCrashloop, new ThePod().CrashLooping("Error", 1, restarts).Build()).Count.ShouldBe(findings);

    [Fact]
    public void Three_exits_within_half_an_hour_are_a_loop_even_between_back_offs()
    {
        Evaluated.By(RuleIds.PodCrashloop, new ThePod().Created(TimeSpan.FromMinutes(20)).Restarted(3, "Error", 1, TimeSpan.FromMinutes(1)).Build()).ShouldHaveSingleItem();
        Evaluated.By(RuleIds.PodCrashloop, new ThePod().Created(TimeSpan.FromHours(20)).Restarted(3, "Error", 1, TimeSpan.FromMinutes(1)).Build()).ShouldBeEmpty();
    }

    [Fact]
    public void Kills_at_the_memory_limit_are_told_by_another_rule() =>
        Evaluated.By(RuleIds.PodCrashloop, new ThePod().CrashLooping("OOMKilled", 137).Build()).ShouldBeEmpty();

    [Fact]
    public void A_young_rollout_may_still_come_up()
    {
        var pod = new ThePod().CrashLooping("Error", 1).Created(TimeSpan.FromSeconds(599)).Build();

        Evaluated.By(RuleIds.PodCrashloop, pod, new TheDeployment().Ready(0).RollingOut().Build()).ShouldBeEmpty();
        Evaluated.By(RuleIds.PodCrashloop, new ThePod().CrashLooping("Error", 1).Created(TimeSpan.FromSeconds(600)).Build(), new TheDeployment().Ready(0).RollingOut().Build()).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_failing_init_container_is_not_the_application() =>
        Evaluated.By(RuleIds.PodCrashloop, new ThePod().CrashLooping("Error", 1).Status(status => status with { IsInit = true }).Build()).ShouldBeEmpty();

    [Fact]
    public void Says_nothing_where_pods_were_not_read() => Evaluated.By(RuleIds.PodCrashloop, new TheDeployment().Ready(0).Build()).ShouldBeEmpty();
}
