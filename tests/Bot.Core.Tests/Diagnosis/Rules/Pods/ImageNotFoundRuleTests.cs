using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.Pods;

public sealed class ImageNotFoundRuleTests
{
    private const string Message = "rpc error: code = NotFound desc = failed to resolve reference registry.example/prod/media-service:1.0: not found";

    [Fact]
    public void Fires_and_names_image_and_registry()
    {
        var finding = Evaluated.By(RuleIds.PodImageNotFound, new ThePod().Waiting("ErrImagePull", Message).Build(), new TheDeployment().Ready(0).Build()).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Critical);
        finding.Facts["image"].ShouldBe("registry.example/prod/media-service:1.0");
        finding.Facts["registry"].ShouldBe("registry.example");
        finding.Evidence.ShouldContain(fact => fact.Value == Message);
    }

    [Fact]
    public void Is_a_warning_while_an_old_version_serves() =>
        Evaluated.By(RuleIds.PodImageNotFound, new ThePod().Waiting("ErrImagePull", Message).Build(), new TheDeployment().Ready(2).Build()).ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);

    [Theory]
    [InlineData(89, 0)]
    [InlineData(90, 1)]
    public void Waits_for_its_minimum_age(int seconds, int findings) =>
        Evaluated.By(RuleIds.PodImageNotFound, new ThePod().Created(TimeSpan.FromSeconds(seconds)).Waiting("ErrImagePull", Message).Build(), new TheDeployment().Ready(2).Build()).Count.ShouldBe(findings);
    [Fact]
    public void Counts_at_once_when_nothing_is_ready() =>
        Evaluated.By(RuleIds.PodImageNotFound, new ThePod().Created(TimeSpan.Zero).Waiting("ErrImagePull", Message).Build(), new TheDeployment().Ready(0).Build()).ShouldHaveSingleItem();

    [Fact]
    public void Back_off_without_a_reason_is_told_by_the_events_of_the_pull()
    {
        var pod = new ThePod().Waiting("ImagePullBackOff", "Back-off pulling image").Build();
        Event[] events =
        [
            Pull(pod, "Failed to pull image \"registry.example/prod/media-service:1.0\": manifest unknown", TimeSpan.FromMinutes(3)),
            Pull(pod, "Error: ImagePullBackOff", TimeSpan.FromMinutes(1)),
        ];

        Evaluated.By(RuleIds.PodImageNotFound, [pod, .. events]).ShouldHaveSingleItem();
        Evaluated.By(RuleIds.PodImagePull, [pod, .. events]).ShouldBeEmpty();
    }

    [Fact]
    public void The_tag_itself_does_not_speak() =>
        Evaluated.By(RuleIds.PodImageNotFound, new ThePod().With(pod => pod with { Containers = [pod.Containers[0] with { Image = "registry.example/a:not-found" }] }).Waiting("ErrImagePull", "pulling registry.example/a:not-found: unexpected EOF").Build()).ShouldBeEmpty();

    [Fact]
    public void An_image_of_another_platform_is_there() =>
        Evaluated.By(RuleIds.PodImageNotFound, new ThePod().Waiting("ErrImagePull", "no match for platform in manifest: not found").Build()).ShouldBeEmpty();

    [Fact]
    public void Another_reason_is_another_rule() =>
        Evaluated.By(RuleIds.PodImageNotFound, new ThePod().Waiting("ErrImagePull", "failed to do request: 503 Service Unavailable, manifest not found").Build()).ShouldBeEmpty();

    [Fact]
    public void Says_nothing_where_pods_were_not_read() => Evaluated.By(RuleIds.PodImageNotFound, new TheDeployment().Ready(0).Build()).ShouldBeEmpty();

    private static Event Pull(Pod pod, string message, TimeSpan ago) => new()
    {
        Metadata = TheMetadata.Of(pod.Namespace, message),
        Regarding = pod.Ref,
        RegardingUid = pod.Metadata.Uid,
        Type = "Warning",
        Reason = "Failed",
        Message = message,
        LastAt = TheSnapshot.Now - ago,
    };
}
