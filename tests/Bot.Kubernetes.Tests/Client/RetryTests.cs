using System.Text.Json;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;
using Bot.Testing;

namespace Bot.Kubernetes.Tests.Client;

public sealed class RetryTests
{
    private const string Version = """{"gitVersion":"v1.34.0"}""";
    private const string Initializing = """{"kind":"Status","message":"storage is (re)initializing","reason":"TooManyRequests","details":{"retryAfterSeconds":1},"code":429}""";

    private static readonly ApiTarget App = new(The.Applications, "argocd", "a1");

    private readonly ManualClock clock = new();

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Waits_as_long_as_the_server_asks_and_asks_again(int status)
    {
        await using var server = Playing(answer => answer.TextAsync(status, "later", "Retry-After: 5"), answer => answer.JsonAsync(200, Version));
        using var client = The.Client(server, clock);

        var asked = client.GetVersionAsync(The.Patience);
        await AdvanceWhenWaitingAsync(server, 1, TimeSpan.FromSeconds(4.9));
        server.Requests.Count.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(1));

        (await asked).Value.GitVersion.ShouldBe("v1.34.0");
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Waits_with_a_write_too_because_nothing_was_done()
    {
        await using var server = Playing(answer => answer.TextAsync(429, "later", "Retry-After: 1"), answer => answer.JsonAsync(200, """{"kind":"Application"}"""));
        using var client = The.Client(server, clock);

        var asked = client.PatchAsync(App, PatchKind.Merge, JsonElement.Parse("{}"), WriteOptions.Default, The.Patience);
        await AdvanceWhenWaitingAsync(server, 1, TimeSpan.FromSeconds(2));

        (await asked).IsSuccess.ShouldBeTrue();
        server.Requests.Select(request => request.Text).ShouldBe(["{}", "{}"]);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Does_not_wait_where_the_server_does_not_say_how_long(int status)
    {
        await using var server = Playing(answer => answer.TextAsync(status, "no"));
        using var client = The.Client(server, clock);

        (await client.GetVersionAsync(The.Patience)).Failure!.Status.ShouldBe(status);

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Gives_up_when_the_wait_is_longer_than_its_patience()
    {
        await using var server = Playing(answer => answer.TextAsync(503, "no", "Retry-After: 31"));
        using var client = The.Client(server, clock);

        var failure = (await client.GetVersionAsync(The.Patience)).Failure!;

        failure.Kind.ShouldBe(ApiFailureKind.Unavailable);
        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(31));
    }

    [Fact]
    public async Task Understands_a_retry_after_that_is_a_date()
    {
        await using var server = Playing(answer => answer.TextAsync(503, "no", "Retry-After: Sat, 21 Nov 2026 00:31:00 GMT"));
        using var client = The.Client(server, clock, new KubernetesClientOptions { RetryWithin = TimeSpan.Zero });

        (await client.GetVersionAsync(The.Patience)).Failure!.RetryAfter.ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Asks_a_read_once_more_when_the_connection_breaks()
    {
        await using var server = Playing(
            async answer =>
            {
                await answer.RawAsync("HTTP/1.1 200 OK\r\nContent-"u8.ToArray());
                answer.Close();
            },
            answer => answer.JsonAsync(200, Version));
        using var client = The.Client(server, clock);

        (await client.GetVersionAsync(The.Patience)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Never_repeats_a_write_whose_answer_was_lost_and_says_that_its_outcome_is_unknown()
    {
        await using var server = Playing(
            answer =>
            {
                answer.Close();
                return Task.CompletedTask;
            },
            answer => answer.JsonAsync(200, "{}"));
        using var client = The.Client(server, clock);

        var failure = (await client.PatchAsync(App, PatchKind.Json, JsonElement.Parse("[]"), WriteOptions.Default, The.Patience)).Failure!;

        failure.Kind.ShouldBe(ApiFailureKind.ConnectionLost);
        failure.OutcomeUnknown.ShouldBeTrue();
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_list_that_finds_the_cache_not_built_waits_and_then_asks_in_pages()
    {
        await using var server = Playing(
            answer => answer.JsonAsync(429, Initializing, "Retry-After: 1"),
            answer => answer.JsonAsync(429, Initializing, "Retry-After: 1"),
            answer => answer.JsonAsync(200, """{"metadata":{"resourceVersion":"7"},"items":[{"metadata":{"name":"a1"}}]}"""));
        using var client = The.Client(server, clock);

        var asked = client.ListAsync(The.Applications, null, Item.Json, new ListOptions { FromCache = true }, The.Patience);
        await AdvanceWhenWaitingAsync(server, 1, TimeSpan.FromSeconds(1));
        await AdvanceWhenWaitingAsync(server, 2, TimeSpan.FromSeconds(2));

        (await asked).Value.Items.Count.ShouldBe(1);
        server.Requests.Select(request => request.Query).ShouldBe(["resourceVersion=0", "limit=500", "limit=500"]);
    }

    // The wait has begun when the answer is written and a timer of its length is set.
    private async Task AdvanceWhenWaitingAsync(LoopbackServer server, int answered, TimeSpan by)
    {
        while (server.Requests.Count < answered || server.Answered < answered)
        {
            await Task.Yield();
        }

        await clock.WhenDueWithinAsync(TimeSpan.FromSeconds(6));
        clock.Advance(by);
    }

    private static LoopbackServer Playing(params Func<AnswerWriter, Task>[] answers)
    {
        var next = 0;
        return new LoopbackServer((_, writer) => answers[next++](writer));
    }
}
