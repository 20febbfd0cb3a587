using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Tests.Client.Replay;

internal static class RestMusts
{
    public static void AddTo(Musts musts)
    {
        musts.NotOurs("leases are rows in the bot's own store", 154, 155, 156, 157, 158, 159, 160);
        musts.NotOurs("which fields of an event count is the readers' matter", 161, 162, 163);

        musts.Fails(165, async replay => (await replay.CreateAsync()).Failure, ApiFailureKind.Refused, failure => failure.Refusal.ShouldBe(Refusal.PodSecurity));
        musts.Must(166, async replay => (await replay.CreateAsync()).Warnings.ShouldHaveSingleItem().ShouldContain("would violate PodSecurity"));
        musts.Fails(167, async replay => (await replay.CreateAsync()).Failure, ApiFailureKind.Refused, failure => failure.Refusal.ShouldBe(Refusal.Quota));

        Reads(musts, 168, new LogOptions { TailLines = 3 }, "tailLines=3&limitBytes=65536");
        Reads(musts, 169, new LogOptions { TailLines = 3, Timestamps = true }, "tailLines=3&limitBytes=65536&timestamps=true");
        Reads(musts, 170, new LogOptions { Previous = true }, "previous=true&tailLines=40&limitBytes=65536");
        Reads(musts, 171, new LogOptions { LimitBytes = 100 }, "tailLines=40&limitBytes=100");
        LogFails(musts, 172, ApiFailureKind.BadRequest, "nope");
        LogFails(musts, 173, ApiFailureKind.NotFound, "nope");
        LogFails(musts, 174, ApiFailureKind.BadRequest, "previous terminated container");
        LogFails(musts, 176, ApiFailureKind.BadRequest, "abc");
        musts.NotOurs("logs are not followed", 175);

        musts.NotOurs("metrics are not read in this version", 183, 184);
        musts.Fails(185, async replay => (await replay.ListAsync()).Failure, ApiFailureKind.Unavailable, failure => failure.RetryAfter.ShouldBeNull());
        musts.Fails(187, async replay => (await replay.ListAsync()).Failure, ApiFailureKind.Unavailable, failure => failure.Message.ShouldContain("service unavailable"));
        musts.NotOurs("what an APIService's conditions mean is the rules' matter", 186);

        NotReady(musts, 191, ApiFailureKind.Throttled, 1);
        NotReady(musts, 192, ApiFailureKind.Unavailable, 5);
        NotReady(musts, 193, ApiFailureKind.Unavailable, 5);
        NotReady(musts, 196, ApiFailureKind.Throttled, 1);
        NotReady(musts, 201, ApiFailureKind.Throttled, 1);
    }

    // What the client does with the time that is asked for is held by RetryTests, on a clock that moves.
    private static void NotReady(Musts musts, int number, ApiFailureKind kind, int seconds) => musts.Fails(
        number,
        async replay => (await replay.ListAsync()).Failure,
        kind,
        failure =>
        {
            failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
            failure.IsGap.ShouldBeFalse();
        });

    private static void Reads(Musts musts, int number, LogOptions options, string query) => musts.Must(number, async replay =>
    {
        (await LogAsync(replay, options)).Value.ShouldNotBeEmpty();
        replay.Sent.Query.ShouldBe(query);
    });

    private static void LogFails(Musts musts, int number, ApiFailureKind kind, string message) => musts.Fails(
        number,
        async replay => (await LogAsync(replay, new LogOptions())).Failure,
        kind,
        failure => failure.Message.ShouldContain(message));

    private static Task<ApiResult<string>> LogAsync(Replayed replay, LogOptions options) => replay.ReadLogAsync(options);
}
