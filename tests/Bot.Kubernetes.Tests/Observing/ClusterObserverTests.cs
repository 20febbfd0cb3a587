using System.Collections.Immutable;
using Bot.Core.Clusters;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;
using Bot.Kubernetes.Kinds;
using Bot.Kubernetes.Observing;
using Bot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Kubernetes.Tests.Observing;

public sealed class ClusterObserverTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ManualClock clock = new();
    private readonly FakeApi api = new();
    private readonly CancellationTokenSource stop = new();
    private ClusterObserver? observer;
    private Task running = Task.CompletedTask;

    [Fact]
    public async Task The_first_snapshot_waits_for_every_kind()
    {
        var gate = new TaskCompletionSource();
        api.Lists("pods.v1", Pod("a", "1")).Lists("services.v1", () =>
        {
            gate.Task.Wait(Patience);
            return Array.Empty<string>();
        });
        var first = Start("Pod", "Service");

        observer!.Current.ShouldBeNull();
        gate.SetResult();

        (await first).All<Pod>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Changes_of_a_watch_make_one_new_snapshot_after_the_debounce()
    {
        api.Lists("pods.v1", Pod("a", "1"));
        var first = await Start("Pod");
        var heard = new List<ClusterSnapshot>();
        using var subscription = observer!.Subscribe(heard.Add);

        api.Send("pods.v1", WatchEventKind.Added, Pod("b", "2"));
        api.Send("pods.v1", WatchEventKind.Modified, Pod("a", "3"));
        api.Send("pods.v1", WatchEventKind.Added, Pod("c", "4"));
        api.Send("pods.v1", WatchEventKind.Deleted, Pod("c", "5"));
        await api.TakenAsync("pods.v1").WaitAsync(Patience);
        await AdvanceUntilAsync(snapshot => snapshot.All<Pod>().Count() == 2 && snapshot.Find<Pod>("Pod", "shop", "a")!.Metadata.ResourceVersion == "3");

        heard.Count.ShouldBeLessThanOrEqualTo(2);
        first.All<Pod>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_kind_that_is_absent_is_not_installed_and_one_that_is_forbidden_is_a_gap()
    {
        api.Lists("pods.v1")
            .Refuses("nodes.v1", ApiFailureKind.Forbidden, "long text", new MissingRight("bot", "list", "", "nodes", null, null))
            .Refuses("services.v1", ApiFailureKind.ServerError, "broken");

        var snapshot = await Start("Pod", "Node", "Service", "Certificate");

        snapshot.ReadingOf("Certificate").State.ShouldBe(ReadingState.NotInstalled);
        snapshot.ReadingOf("Node").State.ShouldBe(ReadingState.Forbidden);
        snapshot.ReadingOf("Node").Gap.ShouldBe("list nodes");
        snapshot.ReadingOf("Service").State.ShouldBe(ReadingState.Failed);
        snapshot.ReadingOf("Service").Gap.ShouldBe("broken");
        snapshot.PresenceOf(new ObjectRef("Node", "", "n")).ShouldBe(Presence.Unknown);
        snapshot.PresenceOf(new ObjectRef("Pod", "shop", "x")).ShouldBe(Presence.Absent);
    }

    [Fact]
    public async Task Where_the_whole_cluster_is_forbidden_the_allowed_namespaces_are_read()
    {
        var right = new MissingRight("bot", "list", "", "pods", null, null);
        api.Refuses("pods.v1", ApiFailureKind.Forbidden, "no", right)
            .Refuses("pods.v1 in other", ApiFailureKind.Forbidden, "no", right with { Namespace = "other" })
            .Lists("pods.v1 in shop", Pod("a", "1"));

        var snapshot = await Start(new ObservationScope(["shop", "other"], "argocd"), "Pod");
        api.Send("pods.v1 in shop", WatchEventKind.Added, Pod("b", "2"));
        await AdvanceUntilAsync(changed => changed.All<Pod>().Count() == 2);

        snapshot.ReadingOf("Pod").Namespaces.ShouldBe(["shop"]);
        snapshot.ReadingOf("Pod").Gap.ShouldBe("list pods");
        snapshot.PresenceOf(new ObjectRef("Pod", "shop", "x")).ShouldBe(Presence.Absent);
        snapshot.PresenceOf(new ObjectRef("Pod", "other", "x")).ShouldBe(Presence.Unknown);
    }

    [Fact]
    public async Task An_older_version_of_a_kind_is_used_where_the_newer_is_absent()
    {
        api.Lists("horizontalpodautoscalers.v2beta2", """{"metadata":{"name":"a","namespace":"shop"}}""");

        var snapshot = await Start("HorizontalPodAutoscaler");

        snapshot.All<HorizontalPodAutoscaler>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_expired_version_lists_again_and_forgets_what_is_gone()
    {
        var round = 0;
        api.Lists("pods.v1", () => Interlocked.Increment(ref round) == 1 ? new[] { Pod("a", "1") } : [Pod("b", "2")]);
        await Start("Pod");

        api.Send("pods.v1", WatchEventKind.RelistNeeded, new ApiFailure(ApiFailureKind.Expired, "too old"));
        await AdvanceUntilAsync(snapshot => snapshot.All<Pod>().Select(pod => pod.Name).SequenceEqual(["b"]));

        api.Calls.Where(call => call.StartsWith("list", StringComparison.Ordinal)).ShouldBe(["list pods.v1 cached", "list pods.v1"]);
    }

    [Fact]
    public async Task A_watch_that_broke_is_told_with_its_age_until_it_runs_again()
    {
        api.Lists("pods.v1", Pod("a", "1"));
        await Start("Pod");
        var broke = clock.GetUtcNow();

        api.Send("pods.v1", WatchEventKind.Interrupted, new ApiFailure(ApiFailureKind.ConnectionLost, "the line broke"));
        var stale = await AdvanceUntilAsync(snapshot => snapshot.ReadingOf("Pod").Gap == "the line broke");
        api.Send("pods.v1", WatchEventKind.Bookmark);
        var fresh = await AdvanceUntilAsync(snapshot => snapshot.ReadingOf("Pod").Gap is null);

        stale.ReadingOf("Pod").State.ShouldBe(ReadingState.Read);
        stale.ReadingOf("Pod").SeenAt!.Value.ShouldBeInRange(broke, stale.TakenAt);
        stale.All<Pod>().ShouldHaveSingleItem();
        fresh.ReadingOf("Pod").SeenAt.ShouldBe(fresh.TakenAt);
    }

    [Fact]
    public async Task A_tick_makes_a_new_snapshot_although_nothing_changed()
    {
        api.Lists("pods.v1", Pod("a", "1"));
        var first = await Start("Pod");

        clock.Advance(TimeSpan.FromSeconds(60));
        var second = await AdvanceUntilAsync(snapshot => snapshot.TakenAt > first.TakenAt);

        second.ReadingOf("Pod").SeenAt.ShouldBe(second.TakenAt);
    }

    [Fact]
    public async Task Secrets_are_asked_for_by_name_and_never_listed()
    {
        api.Has("Secret/argocd/argocd-secret", """{"metadata":{"name":"argocd-secret","namespace":"argocd"}}""");

        var snapshot = await Start("Secret");

        snapshot.PresenceOf(new ObjectRef("Secret", "argocd", "argocd-secret")).ShouldBe(Presence.Present);
        snapshot.PresenceOf(new ObjectRef("Secret", "argocd", "argocd-initial-admin-secret")).ShouldBe(Presence.Absent);
        snapshot.PresenceOf(new ObjectRef("Secret", "argocd", "other")).ShouldBe(Presence.Unknown);
        api.Calls.ShouldAllBe(call => call.StartsWith("metadata", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_other_sources_deliver_joins_the_picture()
    {
        api.Lists("pods.v1");
        await Start("Pod");

        observer!.Supply(new KindReading("LogExcerpt", ReadingState.Partial), [new LogExcerpt { Metadata = new Metadata { Name = "a" }, Container = "web" }]);

        (await AdvanceUntilAsync(snapshot => snapshot.All<LogExcerpt>().Any())).ReadingOf("LogExcerpt").State.ShouldBe(ReadingState.Partial);
    }

    [Fact]
    public async Task A_failed_list_is_tried_again_with_growing_pauses()
    {
        var round = 0;
        api.Lists("pods.v1", () => Interlocked.Increment(ref round) < 4 ? new ApiFailure(ApiFailureKind.ServerError, "broken") : new[] { Pod("a", "1") });
        var first = await Start("Pod");
        var started = clock.GetUtcNow();

        var last = await AdvanceUntilAsync(snapshot => snapshot.All<Pod>().Any());

        first.ReadingOf("Pod").State.ShouldBe(ReadingState.Failed);
        (last.TakenAt - started).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(2 + 4 + 8));
    }

    [Fact]
    public async Task A_listener_that_fails_does_not_stop_the_others()
    {
        api.Lists("pods.v1");
        await Start("Pod");
        using var bad = observer!.Subscribe(_ => throw new Exception("bug"));

        api.Send("pods.v1", WatchEventKind.Added, Pod("b", "2"));

        (await AdvanceUntilAsync(snapshot => snapshot.All<Pod>().Any())).ShouldNotBeNull();
    }

    [Fact]
    public async Task Waiting_ends_with_nothing_when_the_limit_has_passed()
    {
        api.Lists("pods.v1");
        await Start("Pod");

        var waiting = observer!.WaitForAsync(_ => false, TimeSpan.FromSeconds(5), CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(5));

        (await waiting.WaitAsync(Patience)).ShouldBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.WaitAsync(Patience);
        observer?.Dispose();
        stop.Dispose();
    }

    private static string Pod(string name, string version) => $$"""{"metadata":{"name":"{{name}}","namespace":"shop","uid":"u-{{name}}","resourceVersion":"{{version}}"},"status":{"phase":"Running"} }""";

    private Task<ClusterSnapshot> Start(params string[] kinds) => Start(ObservationScope.Default, kinds);

    private async Task<ClusterSnapshot> Start(ObservationScope scope, params string[] kinds)
    {
        ImmutableArray<KindEntry> entries = [.. kinds.Select(kind => KindTable.Named(kind)!)];
        observer = new ClusterObserver("main", api, scope, clock, NullLogger<ClusterObserver>.Instance, entries: entries);
        var first = observer.WaitForAsync(_ => true, Patience * 100, stop.Token);
        running = Task.Run(() => observer.RunAsync(stop.Token));
        return (await first.WaitAsync(Patience))!;
    }

    /// <summary>Moves the clock from one awaited instant to the next, each time as soon as somebody waits for it, until a snapshot fits. A tick is out of its reach.</summary>
    private async Task<ClusterSnapshot> AdvanceUntilAsync(Func<ClusterSnapshot, bool> fits)
    {
        var within = TimeSpan.FromSeconds(30);
        var found = observer!.WaitForAsync(fits, TimeSpan.FromDays(1), stop.Token);
        while (!found.IsCompleted)
        {
            await Task.WhenAny(found, clock.WhenDueWithinAsync(within)).WaitAsync(Patience);
            if (clock.NextDue is { } due && due <= within)
            {
                clock.Advance(due);
            }
        }

        return (await found)!;
    }
}
