using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;
using static Bot.Kubernetes.Client.WatchEventKind;

namespace Bot.Kubernetes.Tests.Client.Replay;

internal static class WatchMusts
{
    public static void AddTo(Musts musts)
    {
        musts.Must(78, async replay =>
        {
            var events = await replay.WatchAsync();

            events.Count.ShouldBe(17);
            events.Select(change => change.Kind).Distinct().ShouldBe([Added, Modified, Deleted, Bookmark]);
            ShouldResumeFrom(replay, "829");
            replay.Sent.Query.ShouldContain("allowWatchBookmarks=true");
        });
        musts.Must(79, async replay =>
        {
            var events = await replay.WatchAsync();

            events.Single(change => change.Kind == Deleted).ShouldSatisfyAllConditions(
                gone => gone.Name.ShouldBe("tmp-prod"),
                gone => gone.ResourceVersion.ShouldBe("838"),
                gone => gone.Item.ShouldNotBeNull());
            ShouldResumeFrom(replay, "839");
        });
        musts.Must(80, async replay =>
        {
            (await replay.WatchAsync(new WatchOptions { FieldSelector = "metadata.name=demo-prod" })).ShouldHaveSingleItem().Name.ShouldBe("demo-prod");
            replay.Sent.Query.ShouldContain("fieldSelector=metadata.name%3Ddemo-prod");
        });
        musts.Must(81, async replay =>
        {
            (await replay.WatchAsync(new WatchOptions { MetadataOnly = true })).ShouldHaveSingleItem().Item!.Kind.ShouldBe("PartialObjectMetadata");
            replay.Sent.Header("Accept")!.ShouldContain("as=PartialObjectMetadata");
        });
        musts.NotOurs("a watch always starts from the version of a list; the initial-events form is not used", 82, 83, 84, 85);
        musts.Must(86, async replay =>
        {
            var events = await replay.WatchAsync();

            events.Select(change => change.Kind).ShouldBe([Added, Interrupted]);
            events[1].Failure!.Kind.ShouldBe(ApiFailureKind.ConnectionLost);
            events[1].ResourceVersion.ShouldBe(events[0].ResourceVersion);
        });
        musts.Must(87, [87, 87, 87, 87, 87], async replay =>
        {
            var events = await AllAsync(replay);

            events.Select(change => change.Kind).ShouldBe([Interrupted, Interrupted, Failed]);
            replay.Server.Requests.Count.ShouldBe(3);
        });
        musts.Must(88, async replay => (await replay.WatchAsync(new WatchOptions { Timeout = TimeSpan.Zero })).ShouldHaveSingleItem().Kind.ShouldBe(RelistNeeded));
        musts.Must(164, async replay =>
        {
            (await replay.WatchAsync()).Count.ShouldBeGreaterThan(5);
            replay.Server.Requests.Last().Query.ShouldNotContain("resourceVersion=1&");
        });
        musts.Must(181, async replay => (await replay.WatchAsync()).ShouldNotBeEmpty());
        musts.Must(182, async replay => (await replay.WatchAsync(new WatchOptions { LabelSelector = "team=a" })).Select(change => change.Kind).ShouldBe([Deleted, Added]));
        Relists(musts, 198);
        Relists(musts, 199);
        musts.Must(190, async replay => ShouldWait((await replay.WatchAsync()).ShouldHaveSingleItem(), ApiFailureKind.Unavailable, 5));
        musts.Must(195, async replay => ShouldWait((await replay.WatchAsync()).ShouldHaveSingleItem(), ApiFailureKind.Throttled, 1));
    }

    private static void Relists(Musts musts, int number) => musts.Must(number, async replay =>
    {
        var end = (await replay.WatchAsync()).ShouldHaveSingleItem();

        end.Kind.ShouldBe(RelistNeeded);
        end.Failure!.Kind.ShouldBe(ApiFailureKind.Expired);
        replay.Server.Requests.Count.ShouldBe(1);
    });

    private static void ShouldWait(WatchEvent<Item> change, ApiFailureKind kind, int seconds)
    {
        change.Kind.ShouldBe(Interrupted);
        change.Failure!.Kind.ShouldBe(kind);
        change.Failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    private static void ShouldResumeFrom(Replayed replay, string version)
    {
        replay.Server.Requests.Count.ShouldBe(2);
        replay.Server.Requests.Last().Query.ShouldContain($"resourceVersion={version}&");
    }

    private static async Task<List<WatchEvent<Item>>> AllAsync(Replayed replay)
    {
        var events = new List<WatchEvent<Item>>();
        await foreach (var change in replay.Client.WatchAsync(replay.Resource, replay.Namespace, "abc", Item.Json, WatchOptions.Default, The.Patience))
        {
            events.Add(change);
        }

        return events;
    }
}
