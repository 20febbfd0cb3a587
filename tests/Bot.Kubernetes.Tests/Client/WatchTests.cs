using System.Threading.Channels;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;
using Bot.Testing;
using static Bot.Kubernetes.Client.WatchEventKind;

namespace Bot.Kubernetes.Tests.Client;

public sealed class WatchTests : IAsyncDisposable
{
    private const string Expired = """{"kind":"Status","status":"Failure","message":"too old resource version: 5 (9)","reason":"Expired","code":410}""";

    private readonly ManualClock clock = new();
    private readonly Channel<Func<AnswerWriter, Task>> script = Channel.CreateUnbounded<Func<AnswerWriter, Task>>();
    private readonly LoopbackServer server;
    private readonly KubernetesClient client;

    public WatchTests()
    {
        server = new LoopbackServer(async (_, writer) => await (await script.Reader.ReadAsync(The.Patience))(writer));
        client = The.Client(server, clock);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Resumes_after_a_clean_end_from_the_last_version_bookmarks_included()
    {
        Play(Event("ADDED", "a", 11), BookmarkAt(15));
        Play(Event("MODIFIED", "a", 16));
        await using var watch = Watch();

        (await watch.NextAsync()).ShouldSatisfyAllConditions(
            change => change.Kind.ShouldBe(Added),
            change => change.Name.ShouldBe("a"),
            change => change.Namespace.ShouldBe("n"),
            change => change.Uid.ShouldBe("u-a"),
            change => change.Item!.ResourceVersion.ShouldBe("11"));
        (await watch.NextAsync()).Kind.ShouldBe(WatchEventKind.Bookmark);
        (await watch.NextAsync()).Kind.ShouldBe(Modified);

        Versions().ShouldBe(["10", "15"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Asks_for_a_new_list_when_the_version_is_too_old(bool insideTheStream)
    {
        if (insideTheStream)
        {
            Play($$"""{"type":"ERROR","object":{{Expired}}}""");
        }
        else
        {
            script.Writer.TryWrite(answer => answer.JsonAsync(410, Expired));
        }

        await using var watch = Watch();
        var end = watch.NextAsync();
        await clock.WhenDueWithinAsync(TimeSpan.FromSeconds(1.1));
        end.IsCompleted.ShouldBeFalse("many watches must not list at the same instant");
        clock.Advance(TimeSpan.FromSeconds(1.1));

        (await end).Kind.ShouldBe(RelistNeeded);
        (await watch.IsOverAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Drops_a_torn_last_line_and_resumes_before_it()
    {
        script.Writer.TryWrite(async answer =>
        {
            await answer.StartAsync();
            await answer.ChunkAsync(Event("ADDED", "a", 11) + "\n");
            await answer.ChunkAsync("""{"type":"ADDED","object":{"metadata":{"name":"b","resourceVersion":"12"}}}""");
            await answer.EndAsync();
        });
        Play(Event("ADDED", "b", 12));
        await using var watch = Watch();

        (await watch.NextAsync()).Name.ShouldBe("a");
        (await watch.NextAsync()).Name.ShouldBe("b");

        Versions().ShouldBe(["10", "11"]);
    }

    [Fact]
    public async Task Understands_events_in_whatever_pieces_they_come()
    {
        script.Writer.TryWrite(async answer =>
        {
            await answer.StartAsync();
            foreach (var piece in (Event("ADDED", "안녕", 11) + "\n" + Event("DELETED", "안녕", 12) + "\n").Chunk(3))
            {
                await answer.ChunkAsync(new string(piece));
            }

            await answer.EndAsync();
        });
        await using var watch = Watch();

        (await watch.NextAsync()).Name.ShouldBe("안녕");
        (await watch.NextAsync()).Kind.ShouldBe(Deleted);
    }

    [Fact]
    public async Task Waits_longer_after_each_failure_and_starts_anew_after_a_success()
    {
        await using var watch = Watch();
        var pauses = new List<double>();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            script.Writer.TryWrite(answer => answer.TextAsync(503, "no"));
            pauses.Add(await PauseAfterInterruptionAsync(watch));
        }

        Play(Event("ADDED", "a", 11));
        (await watch.NextAsync()).Kind.ShouldBe(Added);
        script.Writer.TryWrite(answer => answer.TextAsync(503, "no"));
        pauses.Add(await PauseAfterInterruptionAsync(watch));

        pauses[0].ShouldBeInRange(1, 1.5);
        pauses[1].ShouldBeInRange(2, 3);
        pauses[2].ShouldBeInRange(4, 6);
        pauses[3].ShouldBeInRange(1, 1.5);
    }

    [Fact]
    public async Task Stops_waiting_when_it_is_told_to_stop()
    {
        script.Writer.TryWrite(answer => answer.TextAsync(503, "no"));
        await using var watch = Watch();
        (await watch.NextAsync()).Kind.ShouldBe(Interrupted);

        var next = watch.NextAsync();
        await clock.WhenDueWithinAsync(TimeSpan.FromSeconds(2));
        watch.Stop();

        await Should.ThrowAsync<OperationCanceledException>(() => next);
    }

    [Theory]
    [InlineData(403, """{"kind":"Status","message":"pods is forbidden: User \"bot\" cannot watch resource \"pods\" in API group \"\" at the cluster scope","reason":"Forbidden","code":403}""", ApiFailureKind.Forbidden)]
    [InlineData(404, "404 page not found", ApiFailureKind.KindMissing)]
    [InlineData(400, """{"kind":"Status","message":"unable to parse","reason":"BadRequest","code":400}""", ApiFailureKind.BadRequest)]
    public async Task Ends_where_waiting_does_not_help(int status, string body, ApiFailureKind kind)
    {
        script.Writer.TryWrite(answer => answer.JsonAsync(status, body));
        await using var watch = Watch();

        var end = await watch.NextAsync();

        end.Kind.ShouldBe(Failed);
        end.Failure!.Kind.ShouldBe(kind);
        (await watch.IsOverAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Does_not_trust_silence_that_lasts_longer_than_the_watch()
    {
        script.Writer.TryWrite(async answer =>
        {
            await answer.StartAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, The.Patience);
        });
        await using var watch = Watch();

        var end = watch.NextAsync();
        await clock.WhenDueWithinAsync(TimeSpan.FromMinutes(10.6), atLeast: TimeSpan.FromMinutes(5));
        clock.Advance(TimeSpan.FromMinutes(10.6));
        while (!end.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await end).Kind.ShouldBe(RelistNeeded);
    }

    private static string Event(string type, string name, int version) =>
        $$$$"""{"type":"{{{{type}}}}","object":{"kind":"Pod","metadata":{"name":"{{{{name}}}}","namespace":"n","uid":"u-{{{{name}}}}","resourceVersion":"{{{{version}}}}"}}}""";

    private static string BookmarkAt(int version) => $$$$"""{"type":"BOOKMARK","object":{"kind":"Pod","metadata":{"resourceVersion":"{{{{version}}}}"}}}""";

    private void Play(params string[] lines) => script.Writer.TryWrite(async answer =>
    {
        await answer.StartAsync();
        await answer.ChunkAsync(string.Join('\n', lines) + "\n");
        await answer.EndAsync();
    });

    private async Task<double> PauseAfterInterruptionAsync(RunningWatch watch)
    {
        (await watch.NextAsync()).Kind.ShouldBe(Interrupted);
        var before = server.Requests.Count;
        var started = clock.GetUtcNow();
        watch.Begin();
        await clock.WhenDueWithinAsync(TimeSpan.FromSeconds(60));
        while (server.Requests.Count == before)
        {
            if (clock.NextDue is { } due && due < TimeSpan.FromSeconds(20))
            {
                clock.Advance(due);
            }

            await Task.Yield();
        }

        return (clock.GetUtcNow() - started).TotalSeconds;
    }

    private IEnumerable<string> Versions() =>
        server.Requests.Select(request => request.Query.Split('&').Single(pair => pair.StartsWith("resourceVersion=", StringComparison.Ordinal)).Split('=')[1]).Take(2);

    private RunningWatch Watch() => new(client);

    private sealed class RunningWatch : IAsyncDisposable
    {
        private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(The.Patience);
        private readonly IAsyncEnumerator<WatchEvent<Item>> events;
        private Task<bool>? begun;

        public RunningWatch(KubernetesClient client) =>
            events = client.WatchAsync(The.Pods, null, "10", Item.Json, WatchOptions.Default, stop.Token).GetAsyncEnumerator();

        public void Begin() => begun = events.MoveNextAsync().AsTask();

        public async Task<WatchEvent<Item>> NextAsync()
        {
            var next = begun ?? events.MoveNextAsync().AsTask();
            begun = null;
            (await next).ShouldBeTrue();
            return events.Current;
        }

        public async Task<bool> IsOverAsync() => !await events.MoveNextAsync();

        public void Stop() => stop.Cancel();

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            try
            {
                await (begun ?? Task.FromResult(false));
            }
            catch (OperationCanceledException)
            {
            }

            await events.DisposeAsync();
            stop.Dispose();
        }
    }
}
