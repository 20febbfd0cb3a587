using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Tests.Client.Replay;

internal static class OperationMusts
{
    public static void AddTo(Musts musts)
    {
        musts.NotOurs("evidence is the rules' matter", 91);
        foreach (var patched in (int[])[93, 95, 96, 98, 99, 100, 101])
        {
            musts.Must(patched, async replay =>
            {
                (await replay.PatchAsync()).Value.GetProperty("kind").GetString().ShouldBe("Application");
                replay.Sent.Text.ShouldBe(replay.Recording.Request.Text);
            });
        }

        musts.Must(92, async replay =>
        {
            (await replay.PatchAsync(WriteOptions.Preview)).IsSuccess.ShouldBeTrue();
            replay.Sent.Query.ShouldContain("dryRun=All");
        });
        musts.Fails(94, Patch, ApiFailureKind.Conflict);
        musts.Fails(102, Patch, ApiFailureKind.NotFound, failure => failure.Facts["resource"].ShouldBe("applications.argoproj.io/status"));
        musts.Fails(103, Get, ApiFailureKind.NotFound, failure => failure.Facts["resource"].ShouldBe("applications.argoproj.io/status"));
        musts.Fails(104, Get, ApiFailureKind.NotFound, failure => failure.Facts["resource"].ShouldBe("applications.argoproj.io/scale"));
        musts.Fails(105, Patch, ApiFailureKind.Invalid, failure => failure.Causes.ShouldNotBeEmpty());

        musts.Must(106, async replay => (await replay.GetAsync()).Value.GetProperty("status").GetProperty("selector").GetString().ShouldNotBeNullOrEmpty());
        musts.Must(107, async replay => (await replay.PatchAsync()).Value.GetProperty("kind").GetString().ShouldBe("Scale"));
        musts.Fails(108, Patch, ApiFailureKind.Conflict);
        musts.Fails(109, Patch, ApiFailureKind.Invalid, failure => failure.Causes.ShouldNotBeEmpty());
        musts.NotOurs("what a budget allows is the rules' matter", 110);
        musts.Fails(111, Post, ApiFailureKind.DisruptionBudget, failure =>
        {
            failure.RetryAfter.ShouldBeNull();
            failure.Causes[0].Message.ShouldContain("needs 3 healthy pods");
        });
        musts.Must(112, async replay => (await replay.PostAsync()).IsSuccess.ShouldBeTrue());
        musts.Must(113, async replay => (await replay.PostAsync()).Value.GetProperty("status").GetString().ShouldBe("Success"));
        musts.Fails(114, Post, ApiFailureKind.NotFound);
    }

    private static async Task<ApiFailure?> Patch(Replayed replay) => (await replay.PatchAsync()).Failure;

    private static async Task<ApiFailure?> Post(Replayed replay) => (await replay.PostAsync()).Failure;

    private static async Task<ApiFailure?> Get(Replayed replay) => (await replay.GetAsync()).Failure;
}
