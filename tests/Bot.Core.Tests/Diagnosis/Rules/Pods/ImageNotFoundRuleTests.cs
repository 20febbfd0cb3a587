using Bot.Core.Clusters;
using Bot.Core.Diagnosis;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.Rules.Pods;

public sealed class ImageNotFoundRuleTests() : PullRuleCases(RuleIds.PodImageNotFound, "ErrImagePull", Message, 90, "failed to do request: 503 Service Unavailable, manifest not found")
{
    private const string Message = "rpc error: code = NotFound desc = failed to resolve reference registry.example/prod/media-service:1.0: not found";

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
