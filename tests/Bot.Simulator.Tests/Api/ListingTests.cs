using System.Text.Json.Nodes;
using Bot.Simulator.Store;
using Bot.Simulator.Tests.Store;

namespace Bot.Simulator.Tests.Api;

public sealed class ListingTests : IAsyncLifetime
{
    private TheApi api = null!;

    public async Task InitializeAsync()
    {
        api = await TheApi.StartAsync();
        foreach (var name in (string[])["a", "b", "c"])
        {
            var body = TheStore.ConfigMap(name);
            body.Child("metadata", "labels")["tier"] = name == "c" ? "back" : "front";
            api.Store.Load(body);
        }
    }

    public async Task DisposeAsync() => await api.DisposeAsync();

    [Fact]
    public async Task Pages_hold_one_moment_although_the_cluster_moves_on()
    {
        var (_, first) = await api.GetAsync(TheApi.ConfigMaps + "?limit=2");
        api.Store.Delete(SimulatedKinds.ConfigMap, "prod", "c");

        var (_, second) = await api.GetAsync(TheApi.ConfigMaps + "?limit=2&continue=" + first.Text("metadata", "continue"));

        Names(first).ShouldBe(["a", "b"]);
        first.Number("metadata", "remainingItemCount").ShouldBe(1);
        Names(second).ShouldBe(["c"]);
        second.Text("metadata", "resourceVersion").ShouldBe(first.Text("metadata", "resourceVersion"));
        second.At("metadata", "continue").ShouldBeNull();
    }

    [Fact]
    public async Task A_page_whose_version_is_compacted_is_410_and_offers_the_inconsistent_rest()
    {
        var (_, first) = await api.GetAsync(TheApi.ConfigMaps + "?limit=2");
        api.Store.Load(TheStore.ConfigMap("d"));
        api.Store.Compact();

        var (code, refused) = await api.GetAsync(TheApi.ConfigMaps + "?limit=2&continue=" + first.Text("metadata", "continue"));
        var (_, rest) = await api.GetAsync(TheApi.ConfigMaps + "?limit=2&continue=" + refused.Text("metadata", "continue"));

        code.ShouldBe(410);
        refused.Text("reason").ShouldBe("Expired");
        Names(rest).ShouldBe(["c", "d"]);
    }

    [Fact]
    public async Task The_version_zero_ignores_the_limit()
    {
        var (_, list) = await api.GetAsync(TheApi.ConfigMaps + "?limit=1&resourceVersion=0");

        Names(list).Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_exact_version_shows_what_was_then()
    {
        var then = api.Store.Revision;
        api.Store.Delete(SimulatedKinds.ConfigMap, "prod", "a");

        var (_, list) = await api.GetAsync($"{TheApi.ConfigMaps}?resourceVersion={then}&resourceVersionMatch=Exact");

        Names(list).ShouldBe(["a", "b", "c"]);
    }

    [Theory]
    [InlineData("labelSelector=tier%3Dfront", "a,b")]
    [InlineData("labelSelector=tier!%3Dfront", "c")]
    [InlineData("labelSelector=tier%20in%20(back,other)", "c")]
    [InlineData("labelSelector=tier%20notin%20(back)", "a,b")]
    [InlineData("labelSelector=!tier", "")]
    [InlineData("labelSelector=tier", "a,b,c")]
    [InlineData("fieldSelector=metadata.name%3Db", "b")]
    [InlineData("fieldSelector=metadata.name!%3Db", "a,c")]
    [InlineData("labelSelector=tier%3Dfront&fieldSelector=metadata.name%3Da", "a")]
    public async Task Selectors_choose(string query, string names)
    {
        var (_, list) = await api.GetAsync(TheApi.ConfigMaps + "?" + query);

        string.Join(',', Names(list)).ShouldBe(names);
    }

    [Fact]
    public async Task Items_of_built_in_kinds_do_not_name_their_kind_and_custom_ones_do()
    {
        api.Store.Load(TheStore.Application("shop"));

        var (_, maps) = await api.GetAsync(TheApi.ConfigMaps);
        var (_, apps) = await api.GetAsync(TheApi.Applications);

        maps.Objects("items").First().ContainsKey("kind").ShouldBeFalse();
        apps.Objects("items").First().Text("kind").ShouldBe("Application");
    }

    [Fact]
    public async Task Metadata_alone_leaves_the_rest_out()
    {
        var (_, list) = await api.GetAsync(TheApi.ConfigMaps, "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io");

        list.Text("kind").ShouldBe("PartialObjectMetadataList");
        list.Objects("items").ShouldAllBe(static item => !item.ContainsKey("data"));
    }

    [Fact]
    public async Task A_table_has_the_columns_that_kubectl_prints()
    {
        api.Store.Load(TheStore.Application("shop"));
        api.Clock.Advance(TimeSpan.FromSeconds(185));

        var (_, maps) = await api.GetAsync(TheApi.ConfigMaps, "application/json;as=Table;v=v1;g=meta.k8s.io");
        var (_, apps) = await api.GetAsync(TheApi.Applications, "application/json;as=Table;v=v1;g=meta.k8s.io");

        maps.Objects("columnDefinitions").Select(static column => column.Text("name")).ShouldBe(["Name", "Data", "Age"]);
        maps.Objects("rows").First()["cells"]!.ToJsonString().ShouldBe("""["a",1,"3m5s"]""");
        apps.Objects("columnDefinitions").Select(static column => column.Text("name")).ShouldContain("Health Status");
    }

    [Fact]
    public async Task A_protobuf_only_reader_of_custom_resources_is_406()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, TheApi.Applications);
        request.Headers.TryAddWithoutValidation("Accept", "application/vnd.kubernetes.protobuf");

        using var answer = await api.Client.SendAsync(request);

        ((int)answer.StatusCode).ShouldBe(406);
    }

    [Fact]
    public async Task Browsers_and_curl_get_pretty_json()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, TheApi.ConfigMaps + "/a");
        request.Headers.TryAddWithoutValidation("User-Agent", "curl/8.0");

        using var answer = await api.Client.SendAsync(request);

        (await answer.Content.ReadAsStringAsync()).ShouldContain("\n  \"kind\": \"ConfigMap\"");
    }

    [Fact]
    public async Task Large_lists_are_compressed_when_asked()
    {
        api.Store.Load(TheStore.ConfigMap("large", new string('x', 200_000)));
        using var request = new HttpRequestMessage(HttpMethod.Get, TheApi.ConfigMaps);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");

        using var answer = await api.Client.SendAsync(request);

        answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeLessThan(20_000);
    }

    [Fact]
    public async Task A_kind_that_is_not_installed_is_the_plain_404()
    {
        api.Store.Uninstall(SimulatedKinds.Rollout);

        using var answer = await api.Client.GetAsync(new Uri("/apis/argoproj.io/v1alpha1/rollouts", UriKind.Relative));

        ((int)answer.StatusCode).ShouldBe(404);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("404 page not found\n");
    }

    [Fact]
    public async Task Events_have_two_faces()
    {
        api.Store.Load(TheStore.Parse("""{"apiVersion":"v1","kind":"Event","metadata":{"name":"e","namespace":"prod"},"involvedObject":{"kind":"Pod","name":"p"},"message":"Back-off","type":"Warning","reason":"BackOff"}"""));

        var (_, modern) = await api.GetAsync("/apis/events.k8s.io/v1/namespaces/prod/events/e");

        modern.Text("regarding", "name").ShouldBe("p");
        modern.Text("note").ShouldBe("Back-off");
        modern.Text("apiVersion").ShouldBe("events.k8s.io/v1");
    }

    private static List<string> Names(JsonObject list) => [.. list.Objects("items").Select(static item => item.Text("metadata", "name") ?? "")];
}
