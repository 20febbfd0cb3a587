using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.Pods;

public sealed class OomRuleTests
{
    [Fact]
    public void Fires_critical_when_every_pod_loops()
    {
        var finding = Evaluated.By(RuleIds.PodOom, new ThePod().CrashLooping("OOMKilled", 137).Build(), new TheDeployment().Ready(0).Build()).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Critical);
        finding.Facts["limit"].ShouldBe("512Mi");
        finding.Facts["raised"].ShouldBe("1Gi");
        finding.Action.ShouldBe("raise-memory");
        finding.Command.ShouldBe("kubectl -n wealist-prod set resources deployment/media-service -c media-service --limits=memory=1Gi");
        finding.Evidence.Length.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void Is_a_warning_while_another_pod_serves() =>
        Evaluated.By(RuleIds.PodOom, new ThePod().CrashLooping("OOMKilled", 137).Build(), new TheDeployment().Ready(1).Build()).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);

    [Fact]
    public void Tells_a_container_without_a_limit_apart() =>
        Evaluated.By(RuleIds.PodOom, new ThePod().CrashLooping("OOMKilled", 137).With(pod => pod with { Containers = [pod.Containers[0] with { MemoryLimit = null }] }).Build())
            .ShouldHaveSingleItem().Variant.ShouldBe("no-limit");

    [Theory]
    [InlineData(2, 23, 1)]
    [InlineData(2, 25, 0)]
    [InlineData(1, 1, 0)]
    public void A_pod_that_is_ready_again_counts_with_two_restarts_within_24_hours(int restarts, int hoursAgo, int findings) =>
        Evaluated.By(RuleIds.PodOom, new ThePod().Restarted(restarts, "OOMKilled", 137, TimeSpan.FromHours(hoursAgo)).Build()).Count.ShouldBe(findings);

    [Fact]
    public void Another_exit_with_the_same_code_is_no_oom() =>
        Evaluated.By(RuleIds.PodOom, new ThePod().CrashLooping("Error", 137).Build()).ShouldBeEmpty();

    [Fact]
    public void A_pod_that_is_being_deleted_is_left_alone_for_a_minute()
    {
        Evaluated.By(RuleIds.PodOom, new ThePod().CrashLooping("OOMKilled", 137).Deleted(TimeSpan.FromSeconds(59)).Build()).ShouldBeEmpty();
        Evaluated.By(RuleIds.PodOom, new ThePod().CrashLooping("OOMKilled", 137).Deleted(TimeSpan.FromSeconds(60)).Build()).ShouldHaveSingleItem();
    }

    [Fact]
    public void Pods_of_a_job_count_through_the_job() =>
        Evaluated.By(RuleIds.PodOom, new ThePod().OwnedBy(new Owner("Job", "db-backup-1", "u")).CrashLooping("OOMKilled", 137).Build()).ShouldBeEmpty();

    [Fact]
    public void Says_nothing_where_pods_were_not_read() => Evaluated.By(RuleIds.PodOom, new TheDeployment().Ready(0).Build()).ShouldBeEmpty();
}
