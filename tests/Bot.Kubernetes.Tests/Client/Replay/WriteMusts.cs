using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Tests.Client.Replay;

internal static class WriteMusts
{
    public static void AddTo(Musts musts)
    {
        musts.Must(46, async replay =>
        {
            var created = await replay.CreateAsync();

            created.Value.GetProperty("metadata").GetProperty("uid").GetString().ShouldNotBeNullOrEmpty();
            created.Warnings.ShouldHaveSingleItem().ShouldStartWith("metadata.finalizers: \"resources-finalizer.argocd.argoproj.io\": prefer");
            replay.Sent.Text.ShouldBe(replay.Recording.Request.Text);
        });
        musts.Fails(47, Create, ApiFailureKind.AlreadyExists);
        musts.Must(48, async replay => (await replay.CreateAsync()).Value.GetProperty("metadata").GetProperty("name").GetString()!.Length.ShouldBeGreaterThan(5));
        musts.Fails(49, Create, ApiFailureKind.Invalid, failure => failure.Causes.ShouldNotBeEmpty());
        musts.Fails(50, Create, ApiFailureKind.Invalid, failure => failure.Causes.Count.ShouldBeGreaterThan(1));
        musts.Must(51, async replay => (await replay.CreateAsync(WriteOptions.Preview)).Warnings.ShouldBe(["unknown field \"spec.bogus\""]));
        musts.Must(52, async replay =>
        {
            (await replay.CreateAsync(WriteOptions.Preview)).Failure!.Kind.ShouldBe(ApiFailureKind.BadRequest);
            replay.Sent.Query.ShouldBe("fieldManager=gitops-bot&fieldValidation=Strict&dryRun=All");
        });
        musts.Fails(53, Send, ApiFailureKind.BadRequest);
        musts.Fails(54, Send, ApiFailureKind.BadRequest);
        musts.Fails(55, Create, ApiFailureKind.NotFound, failure => failure.Object!.Kind.ShouldBe("namespaces"));
        musts.Fails(56, Create, ApiFailureKind.BadRequest);

        musts.Fails(57, Replace, ApiFailureKind.Conflict);
        musts.Must(58, async replay => (await replay.ReplaceAsync()).Value.GetProperty("metadata").GetProperty("generation").GetInt32().ShouldBe(2));
        musts.NotOurs("that no event follows a write without change is for whoever waits for it", 59);
        musts.Must(60, async replay =>
        {
            (await replay.PatchAsync()).IsSuccess.ShouldBeTrue();
            replay.Sent.Header("Content-Type").ShouldBe("application/merge-patch+json");
            replay.Sent.Query.ShouldContain("fieldManager=gitops-bot");
        });
        musts.Fails(61, Patch, ApiFailureKind.Conflict, failure => failure.OutcomeUnknown.ShouldBeFalse());
        musts.Fails(62, Patch, ApiFailureKind.NotFound);
        musts.Must(63, async replay =>
        {
            (await replay.PatchAsync()).IsSuccess.ShouldBeTrue();
            replay.Sent.Header("Content-Type").ShouldBe("application/json-patch+json");
        });
        foreach (var failing in (int[])[64, 65, 66, 68, 179, 97])
        {
            musts.Fails(failing, Patch, ApiFailureKind.Invalid, failure => failure.Causes.ShouldBeEmpty());
        }

        musts.Fails(67, Patch, ApiFailureKind.BadRequest);
        musts.Must(69, async replay =>
        {
            (await replay.PatchAsync(WriteOptions.Preview)).IsSuccess.ShouldBeTrue();
            replay.Sent.Query.ShouldContain("dryRun=All");
        });
        musts.NotOurs("shows that the server stores nothing in a dry run", 70);
        musts.Fails(71, Patch, ApiFailureKind.BadRequest, failure => failure.Status.ShouldBe(415));
        musts.Must(72, async replay => (await replay.PatchAsync()).IsSuccess.ShouldBeTrue());
        musts.NotOurs("the bot does not apply on the server's side", 73, 74, 75, 76, 77);
    }

    private static async Task<ApiFailure?> Create(Replayed replay) => (await replay.CreateAsync()).Failure;

    private static async Task<ApiFailure?> Send(Replayed replay) => (await replay.SendAsync()).Failure;

    private static async Task<ApiFailure?> Replace(Replayed replay) => (await replay.ReplaceAsync()).Failure;

    private static async Task<ApiFailure?> Patch(Replayed replay) => (await replay.PatchAsync()).Failure;
}
