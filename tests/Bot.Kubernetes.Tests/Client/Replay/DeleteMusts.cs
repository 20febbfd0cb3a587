using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Tests.Client.Replay;

internal static class DeleteMusts
{
    public static void AddTo(Musts musts)
    {
        musts.Must(115, async replay =>
        {
            (await replay.DeleteAsync(new DeleteOptions { Uid = "11111111-1111-1111-1111-111111111111" })).Failure!.Kind.ShouldBe(ApiFailureKind.Conflict);
            replay.Sent.Text.ShouldContain("\"preconditions\":{\"uid\":\"11111111-1111-1111-1111-111111111111\"}");
        });
        musts.Must(116, async replay =>
        {
            (await replay.DeleteAsync(new DeleteOptions { ResourceVersion = "1" })).Failure!.Kind.ShouldBe(ApiFailureKind.Conflict);
            replay.Sent.Text.ShouldContain("\"preconditions\":{\"resourceVersion\":\"1\"}");
        });
        musts.Must(117, async replay =>
        {
            (await replay.DeleteAsync(new DeleteOptions { DryRun = true })).IsSuccess.ShouldBeTrue();
            replay.Sent.Query.ShouldBe("dryRun=All");
            replay.Sent.Text.ShouldContain("\"dryRun\":[\"All\"]");
        });
        Deletes(musts, 118, gone: true, Propagation.Background);
        Deletes(musts, 119, gone: false, Propagation.Foreground);
        Deletes(musts, 120, gone: false, Propagation.Orphan);
        Deletes(musts, 121, gone: true);
        musts.Fails(122, async replay => (await replay.DeleteAsync()).Failure, ApiFailureKind.NotFound);
        Deletes(musts, 123, gone: false);
        musts.Must(124, async replay =>
        {
            (await replay.DeleteAsync(new DeleteOptions { GracePeriodSeconds = 0 })).IsSuccess.ShouldBeTrue();
            replay.Sent.Text.ShouldContain("\"gracePeriodSeconds\":0");
        });
        Deletes(musts, 125, gone: false);
        musts.NotOurs("what a lasting deletionTimestamp means is the rules' matter", 126);
        musts.Fails(127, async replay => (await replay.PatchAsync()).Failure, ApiFailureKind.Invalid, failure => failure.Message.ShouldContain("no new finalizers"));
        musts.Must(128, async replay => (await replay.PatchAsync()).IsSuccess.ShouldBeTrue());
        musts.Fails(129, async replay => (await replay.GetAsync()).Failure, ApiFailureKind.NotFound);

        Deletes(musts, 130, gone: false);
        musts.NotOurs("what a namespace's conditions mean is the rules' matter", 131, 189);
        musts.Fails(132, async replay => (await replay.CreateAsync()).Failure, ApiFailureKind.Refused, failure => failure.Refusal.ShouldBe(Refusal.NamespaceTerminating));
        musts.Must(133, async replay => (await replay.ListAsync()).Value.Items.ShouldHaveSingleItem());
        musts.Must(134, async replay => (await replay.PatchAsync()).IsSuccess.ShouldBeTrue());
        musts.Must(135, async replay =>
        {
            (await replay.ReplaceAsync()).IsSuccess.ShouldBeTrue();
            replay.Sent.Path.ShouldBe("/api/v1/namespaces/wealist-old2/finalize");
        });
        musts.Fails(136, async replay => (await replay.SendAsync()).Failure, ApiFailureKind.NotFound);
        musts.NotOurs("shows what a forced finalize leaves behind", 137);
    }

    private static void Deletes(Musts musts, int number, bool gone, Propagation propagation = Propagation.Default) => musts.Must(number, async replay =>
    {
        var target = replay.Recording.Request.Path.StartsWith("/api/v1/namespaces/wealist-old", StringComparison.Ordinal)
            ? new ApiTarget(new ApiResource("", "v1", "namespaces", "Namespace", Namespaced: false), null, "wealist-old")
            : replay.Target;
        var deletion = await replay.Client.DeleteAsync(target, new DeleteOptions { Propagation = propagation }, The.Patience);

        deletion.Value.Gone.ShouldBe(gone);
        replay.Sent.Text.Contains($"\"propagationPolicy\":\"{propagation}\"", StringComparison.Ordinal).ShouldBe(propagation != Propagation.Default);
    });
}
