using System.Text.Json;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Tests.Client.Replay;

internal static class ListMusts
{
    public static void AddTo(Musts musts)
    {
        musts.Must(15, async replay =>
        {
            var list = (await replay.ListAsync()).Value;

            list.Items.Select(item => item.Kind).ShouldBe(["Application", "Application", "Application"]);
            list.ResourceVersion.ShouldBe("593");
        });
        foreach (var page in (int[])[16, 17, 18])
        {
            musts.Must(page, [16, 17, 18], PagesAsync);
        }

        musts.Must(19, async replay => (await replay.ListAsync(new ListOptions { PageSize = 2 })).Value.Items.Count.ShouldBe(2));
        musts.Must(20, async replay =>
        {
            (await replay.ListAsync(new ListOptions { PageSize = 1, LabelSelector = "app=auth-service" })).Value.Items.Count.ShouldBe(1);
            replay.Server.Requests.Count.ShouldBe(2, "the continue token alone says that there is more");
        });
        musts.Must(21, async replay =>
        {
            (await replay.ListAsync(new ListOptions { FromCache = true })).Value.Items.Count.ShouldBe(6);
            replay.Sent.Query.ShouldBe("resourceVersion=0");
            await Should.ThrowAsync<ArgumentException>(() => replay.ListAsync(new ListOptions { FromCache = true, PageSize = 1 }));
        });
        Selects(musts, 22, new ListOptions { LabelSelector = "app=board-service" }, "labelSelector=app%3Dboard-service");
        Selects(musts, 23, new ListOptions { LabelSelector = "app in (auth-service,board-service)", MetadataOnly = true }, "labelSelector=app%20in%20%28auth-service%2Cboard-service%29");
        Selects(musts, 26, new ListOptions { FieldSelector = "spec.nodeName=a" }, "fieldSelector=spec.nodeName%3Da");
        foreach (var refused in (int[])[24, 27, 28, 178])
        {
            musts.Fails(refused, async replay => (await replay.ListAsync()).Failure, ApiFailureKind.BadRequest, failure => failure.Message.ShouldNotBeEmpty());
        }

        foreach (var empty in (int[])[25, 29, 30])
        {
            musts.Must(empty, async replay => (await replay.ListAsync()).Value.Items.ShouldBeEmpty());
        }

        musts.NotOurs("Secrets are never listed", 31);
        musts.Must(32, async replay =>
        {
            (await replay.Client.GetMetadataAsync(replay.Target, The.Patience)).Value.GetProperty("kind").GetString().ShouldBe("PartialObjectMetadata");
            replay.Sent.Header("Accept")!.ShouldContain("as=PartialObjectMetadata");
        });
        musts.NotOurs("tables are for kubectl", 33, 34);
        Protobuf(musts, 35, "wealist-prod");
        Protobuf(musts, 36, "");
        Protobuf(musts, 37, null);
        musts.Must(38, async replay => (await replay.ListAsync(protobuf: true)).Value.Items[0].Kind.ShouldBe("Application"));
        musts.Must(39, async replay =>
        {
            (await replay.ListAsync(protobuf: true)).Failure!.Kind.ShouldBe(ApiFailureKind.BadRequest);
            replay.Sent.Header("Accept").ShouldBe("application/vnd.kubernetes.protobuf,application/json");
        });
        musts.Must(40, async replay => (await replay.ListAsync()).Value.Items.Count.ShouldBe(3));
        musts.Must(180, async replay => (await replay.ListAsync()).Value.Items.Count.ShouldBeGreaterThan(10));

        musts.Must(41, async replay => (await replay.GetAsync()).Value.GetRawText().ShouldBe(JsonElement.Parse(replay.Recording.ResponseBody).GetRawText()));
        musts.NotOurs("what a pod's state means is the rules' matter", 42);
        musts.Fails(43, async replay => (await replay.GetAsync()).Failure, ApiFailureKind.NotFound, failure => failure.Object.ShouldBe(new FailureObject("argoproj.io", "applications", "nope")));
        musts.NotOurs("what a namespace's finalizers mean is the rules' matter", 44);
        musts.Fails(45, async replay => (await replay.SendAsync()).Failure, ApiFailureKind.BadRequest);

        musts.Must(177, [16, 177, 16, 17, 18], PagesAsync);
        musts.Must(200, [19, 200, 15], async replay => (await replay.ListAsync(new ListOptions { PageSize = 1 })).Value.Items.Count.ShouldBe(3));
        musts.Fails(90, async replay => (await replay.ListAsync()).Failure, ApiFailureKind.Expired);
        musts.Fails(89, async replay => (await replay.ListAsync()).Failure, ApiFailureKind.Unavailable, failure => failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(1)));
    }

    private static async Task PagesAsync(Replayed replay)
    {
        var list = (await replay.ListAsync(new ListOptions { PageSize = 2 })).Value;

        list.Items.Select(item => item.Name).Distinct().Count().ShouldBe(6);
        list.Items.Count.ShouldBe(6);
        list.Items.ShouldAllBe(item => item.Kind.Length == 0);
        list.ResourceVersion.ShouldBe("593");
    }

    private static void Selects(Musts musts, int number, ListOptions options, string query) => musts.Must(number, async replay =>
    {
        (await replay.ListAsync(options)).Value.Items.ShouldNotBeEmpty();
        replay.Sent.Query.ShouldBe(query);
    });

    private static void Protobuf(Musts musts, int number, string? @namespace) => musts.Must(number, async replay =>
    {
        var list = (await replay.ListAsync(protobuf: true)).Value;

        list.Items.Count.ShouldBe(2);
        list.Items.ShouldAllBe(item => item.Kind == "protobuf" && item.Name.Length > 0 && item.ResourceVersion.Length > 0);
        list.Items.ShouldAllBe(item => @namespace == null || item.Namespace == @namespace);
    });
}
