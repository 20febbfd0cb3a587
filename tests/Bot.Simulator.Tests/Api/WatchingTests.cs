using Bot.Simulator.Store;
using Bot.Simulator.Tests.Store;

namespace Bot.Simulator.Tests.Api;

public sealed class WatchingTests : IAsyncLifetime
{
    private TheApi api = null!;

    public async Task InitializeAsync()
    {
        api = await TheApi.StartAsync();
        api.Store.Load(TheStore.ConfigMap("a"));
    }

    public async Task DisposeAsync() => await api.DisposeAsync();

    [Fact]
    public async Task A_watch_resumes_and_tells_each_change_once()
    {
        using var watch = await api.WatchAsync($"{TheApi.ConfigMaps}?watch=1&resourceVersion={api.Store.Revision}");

        api.Store.Load(TheStore.ConfigMap("b"));
        api.Store.Update(SimulatedKinds.ConfigMap, "prod", "b", static body => body.Set("2", "data", "key"));
        api.Store.Delete(SimulatedKinds.ConfigMap, "prod", "b");

        (await TheApi.NextAsync(watch)).Text("type").ShouldBe("ADDED");
        (await TheApi.NextAsync(watch)).Text("object", "data", "key").ShouldBe("2");
        var deleted = await TheApi.NextAsync(watch);
        deleted.Text("type").ShouldBe("DELETED");
        deleted.Text("object", "metadata", "resourceVersion").ShouldBe($"{api.Store.Revision}");
    }

    [Fact]
    public async Task A_watch_ends_in_good_order_after_its_timeout_with_a_bookmark_before()
    {
        using var watch = await api.WatchAsync($"{TheApi.ConfigMaps}?watch=1&allowWatchBookmarks=true&timeoutSeconds=10&resourceVersion={api.Store.Revision}");

        await api.Clock.WhenPendingAsync();
        api.Clock.Advance(TimeSpan.FromSeconds(8.5));
        var mark = await TheApi.NextAsync(watch);
        await api.Clock.WhenPendingAsync();
        api.Clock.Advance(TimeSpan.FromSeconds(2));

        mark.Text("type").ShouldBe("BOOKMARK");
        mark.Text("object", "metadata", "resourceVersion").ShouldBe($"{api.Store.Revision}");
        (await watch.ReadLineAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_watch_list_marks_where_the_present_ends()
    {
        using var watch = await api.WatchAsync($"{TheApi.ConfigMaps}?watch=1&allowWatchBookmarks=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan");

        var added = await TheApi.NextAsync(watch);
        var mark = await TheApi.NextAsync(watch);

        added.Text("object", "metadata", "name").ShouldBe("a");
        mark.Text("object", "metadata", "annotations", "k8s.io/initial-events-end").ShouldBe("true");
    }

    [Fact]
    public async Task A_watch_from_a_forgotten_version_is_told_410_in_the_stream()
    {
        var old = api.Store.Revision;
        api.Store.Load(TheStore.ConfigMap("b"));
        api.Store.Compact();

        using var watch = await api.WatchAsync($"{TheApi.ConfigMaps}?watch=1&resourceVersion={old}");
        var told = await TheApi.NextAsync(watch);

        told.Text("type").ShouldBe("ERROR");
        told.Number("object", "code").ShouldBe(410);
        (await watch.ReadLineAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task What_leaves_the_selection_is_told_as_deleted_with_its_old_labels()
    {
        api.Store.Update(SimulatedKinds.ConfigMap, "prod", "a", static body => body.Set("x", "metadata", "labels", "team"));
        using var watch = await api.WatchAsync($"{TheApi.ConfigMaps}?watch=1&labelSelector=team%3Dx&resourceVersion={api.Store.Revision}");

        api.Store.Update(SimulatedKinds.ConfigMap, "prod", "a", static body => body.Set("y", "metadata", "labels", "team"));
        var left = await TheApi.NextAsync(watch);

        left.Text("type").ShouldBe("DELETED");
        left.Text("object", "metadata", "labels", "team").ShouldBe("x");
    }

    [Fact]
    public async Task Events_send_no_bookmarks()
    {
        using var watch = await api.WatchAsync($"/api/v1/events?watch=1&allowWatchBookmarks=true&timeoutSeconds=10&resourceVersion={api.Store.Revision}");

        await api.Clock.WhenPendingAsync();
        api.Clock.Advance(TimeSpan.FromSeconds(11));

        (await watch.ReadLineAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Open_watches_do_not_hold_up_the_end_of_the_server()
    {
        using var watch = await api.WatchAsync($"{TheApi.ConfigMaps}?watch=1&resourceVersion={api.Store.Revision}");

        await api.DisposeAsync();

        (await watch.ReadLineAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_log_can_be_followed()
    {
        api.Store.Load(TheStore.Pod("p"));
        api.Store.Logs.Append("prod", "p", "c", "one", "two");
        using var log = await api.WatchAsync(TheApi.Pods + "/p/log?follow=true&tailLines=1");

        var first = await log.ReadLineAsync();
        api.Store.Logs.Append("prod", "p", "c", "three");

        first.ShouldBe("two");
        (await log.ReadLineAsync()).ShouldBe("three");
    }
}
