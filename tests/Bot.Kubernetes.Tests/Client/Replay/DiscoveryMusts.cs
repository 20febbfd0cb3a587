using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Tests.Client.Replay;

internal static class DiscoveryMusts
{
    public static void AddTo(Musts musts)
    {
        musts.Must(1, VersionAsync);
        musts.Must(2, VersionAsync);
        musts.NotOurs("health endpoints are for people: the client asks /version, and a failure tells the step", 3, 4, 5, 194, 197);

        int[] classic = [6, 7, 10, 11, 12];
        musts.Must(6, classic, ClassicAsync);
        musts.Must(7, classic, ClassicAsync);
        musts.Must(10, classic, async replay => (await KindsAsync(replay)).Find("", "pods")!.Subresources.ShouldContain("log"));
        musts.Must(11, classic, async replay => (await KindsAsync(replay)).Find("apps", "deployments")!.Verbs.ShouldContain("patch"));
        musts.Must(12, classic, async replay => (await KindsAsync(replay)).Find("argoproj.io", "applications")!.Subresources.ShouldBeEmpty());

        musts.Must(8, [9, 8], async replay => (await KindsAsync(replay)).Serves("argoproj.io", "rollouts").ShouldBe(false));
        musts.Must(9, [9, 8], async replay =>
        {
            var kinds = await KindsAsync(replay);

            kinds.Serves("", "pods").ShouldBe(true);
            kinds.Find("", "pods")!.Resource.ShouldBe(new Bot.Kubernetes.Client.ApiResource("", "v1", "pods", "Pod", Namespaced: true));
            replay.Server.Requests.Count.ShouldBe(2);
        });
        musts.Must(188, [9, 188], async replay => (await KindsAsync(replay)).Serves("metrics.k8s.io", "pods").ShouldBeNull());

        musts.Fails(13, async replay => (await replay.SendAsync()).Failure, ApiFailureKind.KindMissing, failure => failure.IsGap.ShouldBeTrue());
        musts.Fails(14, async replay => (await replay.ListAsync()).Failure, ApiFailureKind.KindMissing, failure => failure.Facts["resource"].ShouldBe("rollouts.argoproj.io"));
    }

    private static async Task VersionAsync(Replayed replay)
    {
        var version = await replay.Client.GetVersionAsync(The.Patience);

        version.Value.GitVersion.ShouldStartWith("v1.34.9");
        version.Value.Minor.ShouldBe("34");
    }

    private static async Task ClassicAsync(Replayed replay)
    {
        var kinds = await KindsAsync(replay);

        kinds.Serves("argoproj.io", "applications").ShouldBe(true);
        kinds.Serves("batch", "jobs").ShouldBeNull("its version was not recorded, so it could not be read");
        kinds.Serves("kyverno.io", "policies").ShouldBe(false);
    }

    private static async Task<Bot.Kubernetes.Client.ServedKinds> KindsAsync(Replayed replay) =>
        (await replay.Client.DiscoverAsync(The.Patience)).Value;
}
