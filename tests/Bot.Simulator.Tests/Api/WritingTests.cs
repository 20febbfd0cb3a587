using System.Text.Json.Nodes;
using Bot.Simulator.Store;
using Bot.Simulator.Tests.Store;

namespace Bot.Simulator.Tests.Api;

public sealed class WritingTests : IAsyncLifetime
{
    private const string Deployments = "/apis/apps/v1/namespaces/prod/deployments";
    private TheApi api = null!;

    public async Task InitializeAsync()
    {
        api = await TheApi.StartAsync();
        api.Store.Load(TheStore.Application("shop"));
        api.Store.Load(TheStore.Parse("""{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"prod"},"spec":{"replicas":3,"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"name":"web","image":"web:1"},{"name":"side","image":"side:1"}]}}},"status":{"replicas":3}}"""));
    }

    public async Task DisposeAsync() => await api.DisposeAsync();

    [Fact]
    public async Task An_object_is_created_and_found()
    {
        var (code, created) = await api.SendAsync(HttpMethod.Post, TheApi.ConfigMaps, """{"metadata":{"generateName":"made-"},"data":{"a":"b"}}""");
        var (_, found) = await api.GetAsync(TheApi.ConfigMaps + "/" + created.Text("metadata", "name"));

        code.ShouldBe(201);
        created.Text("metadata", "name")!.Length.ShouldBe("made-".Length + 5);
        found.Text("data", "a").ShouldBe("b");
    }

    [Theory]
    [InlineData("""[{"op":"test","path":"/spec/project","value":"default"},{"op":"add","path":"/metadata/labels","value":{"a":"b"}}]""", 200)]
    [InlineData("""[{"op":"test","path":"/operation","value":null},{"op":"add","path":"/operation","value":{}}]""", 200)]
    [InlineData("""[{"op":"test","path":"/spec/project","value":"other"}]""", 422)]
    [InlineData("""[{"op":"remove","path":"/operation"}]""", 422)]
    [InlineData("""[{"op":"replace","path":"/spec/nothing","value":1}]""", 422)]
    [InlineData("""[{"op":"add","path":"/no/such/parent","value":1}]""", 422)]
    [InlineData("""[{"op":"paint","path":"/spec"}]""", 422)]
    [InlineData("""{"op":"remove"}""", 400)]
    public async Task A_json_patch_is_applied_whole_or_not_at_all(string patch, int expected)
    {
        var before = api.Store.Revision;

        var (code, _) = await api.PatchAsync(TheApi.Applications + "/shop", patch, "json-patch+json");

        code.ShouldBe(expected);
        (api.Store.Revision > before).ShouldBe(expected == 200);
    }

    [Fact]
    public async Task A_merge_patch_removes_with_null_and_locks_with_the_version()
    {
        var version = api.Store.Get(SimulatedKinds.Application, "prod", "shop")!.Revision;

        var (first, _) = await api.PatchAsync(TheApi.Applications + "/shop", Locked(version, "\"b\""));
        var (second, refused) = await api.PatchAsync(TheApi.Applications + "/shop", Locked(version, "null"));

        first.ShouldBe(200);
        second.ShouldBe(409);
        refused.Text("reason").ShouldBe("Conflict");
    }

    [Fact]
    public async Task A_strategic_patch_merges_containers_by_name()
    {
        var (code, patched) = await api.PatchAsync(
            Deployments + "/web",
            """{"spec":{"template":{"spec":{"$setElementOrder/containers":[{"name":"side"},{"name":"web"}],"containers":[{"name":"web","image":"web:2"},{"name":"extra","image":"extra:1"},{"name":"side","$patch":"delete"}]}}}}""",
            "strategic-merge-patch+json");

        code.ShouldBe(200);
        patched.Objects("spec", "template", "spec", "containers").Select(static entry => entry.Text("image")).ShouldBe(["web:2", "extra:1"]);
        patched.Number("metadata", "generation").ShouldBe(2);
    }

    [Fact]
    public async Task A_strategic_patch_of_a_custom_resource_is_415()
    {
        var (code, _) = await api.PatchAsync(TheApi.Applications + "/shop", "{}", "strategic-merge-patch+json");

        code.ShouldBe(415);
    }

    [Fact]
    public async Task An_application_has_no_status_subresource_and_denies_itself()
    {
        var (code, refused) = await api.PatchAsync(TheApi.Applications + "/shop/status", "{}");

        code.ShouldBe(404);
        refused.Text("message").ShouldBe("applications.argoproj.io \"shop\" not found");
    }

    [Fact]
    public async Task Status_and_spec_are_written_by_different_doors()
    {
        const string both = """{"spec":{"replicas":9},"status":{"replicas":9}}""";

        var (_, main) = await api.PatchAsync(Deployments + "/web?dryRun=All", both);
        var (_, status) = await api.PatchAsync(Deployments + "/web/status?dryRun=All", both);

        (main.Number("spec", "replicas"), main.Number("status", "replicas")).ShouldBe((9, 3));
        (status.Number("spec", "replicas"), status.Number("status", "replicas")).ShouldBe((3, 9));
    }

    [Fact]
    public async Task Scale_is_read_and_written()
    {
        var (_, scaled) = await api.PatchAsync(Deployments + "/web/scale", """{"spec":{"replicas":5}}""");
        var (wrong, _) = await api.PatchAsync(Deployments + "/web/scale", """{"spec":{"replicas":-1}}""");

        scaled.Text("kind").ShouldBe("Scale");
        scaled.Text("status", "selector").ShouldBe("app=web");
        wrong.ShouldBe(422);
        api.Store.Get(SimulatedKinds.Deployment, "prod", "web")!.Body.Number("spec", "replicas").ShouldBe(5);
    }

    [Fact]
    public async Task Unknown_fields_are_warned_of_or_refused()
    {
        const string body = """{"metadata":{"name":"x"},"spec":{"project":"p","bogus":1}}""";
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var warned = await api.Client.PostAsync(new Uri(TheApi.Applications + "?dryRun=All", UriKind.Relative), content);
        var (strict, _) = await api.SendAsync(HttpMethod.Post, TheApi.Applications + "?fieldValidation=Strict", body);

        warned.Headers.GetValues("Warning").ShouldBe(["299 - \"unknown field \\\"spec.bogus\\\"\""]);
        strict.ShouldBe(400);
    }

    [Fact]
    public async Task Finalizing_a_namespace_removes_it_and_leaves_its_contents()
    {
        api.Store.Load(TheStore.ConfigMap("left"));
        api.Store.Delete(SimulatedKinds.Namespace, "", "prod");

        var (code, _) = await api.SendAsync(HttpMethod.Put, "/api/v1/namespaces/prod/finalize", """{"kind":"Namespace","apiVersion":"v1","metadata":{"name":"prod"},"spec":{"finalizers":[]}}""");

        code.ShouldBe(200);
        api.Store.Get(SimulatedKinds.Namespace, "", "prod").ShouldBeNull();
        api.Store.Get(SimulatedKinds.ConfigMap, "prod", "left").ShouldNotBeNull();
    }

    [Fact]
    public async Task Deletion_answers_a_status_when_gone_and_the_object_when_going()
    {
        api.Store.Load(TheStore.ConfigMap("gone"));
        api.Store.Update(SimulatedKinds.Application, "prod", "shop", static body => body.Set(new JsonArray("a/b"), "metadata", "finalizers"));

        var (_, gone) = await api.SendAsync(HttpMethod.Delete, TheApi.ConfigMaps + "/gone", null);
        var (_, going) = await api.SendAsync(HttpMethod.Delete, TheApi.Applications + "/shop", null);

        gone.Text("status").ShouldBe("Success");
        going.Text("kind").ShouldBe("Application");
        going.Text("metadata", "deletionTimestamp").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_whole_collection_can_be_deleted()
    {
        api.Store.Load(TheStore.ConfigMap("a"));
        api.Store.Load(TheStore.ConfigMap("b"));

        var (code, list) = await api.SendAsync(HttpMethod.Delete, TheApi.ConfigMaps + "?fieldSelector=metadata.name%3Da", null);

        code.ShouldBe(200);
        list.Text("kind").ShouldBe("ConfigMapList");
        api.Store.List(SimulatedKinds.ConfigMap, "prod").ShouldHaveSingleItem().Name.ShouldBe("b");
    }

    [Fact]
    public async Task An_eviction_spends_the_budget_and_is_429_when_it_is_spent()
    {
        foreach (var name in (string[])["p1", "p2"])
        {
            var pod = TheStore.Pod(name);
            pod.Child("metadata", "labels")["app"] = "web";
            api.Store.Load(pod);
        }

        api.Store.Load(TheStore.Parse("""{"apiVersion":"policy/v1","kind":"PodDisruptionBudget","metadata":{"name":"web","namespace":"prod"},"spec":{"selector":{"matchLabels":{"app":"web"}}},"status":{"disruptionsAllowed":1,"desiredHealthy":1,"currentHealthy":2}}"""));

        var (first, _) = await api.SendAsync(HttpMethod.Post, TheApi.Pods + "/p1/eviction", "{}");
        var (second, refused) = await api.SendAsync(HttpMethod.Post, TheApi.Pods + "/p2/eviction", "{}");

        (first, second).ShouldBe((201, 429));
        refused.Objects("details", "causes").First().Text("reason").ShouldBe("DisruptionBudget");
    }

    private static string Locked(long version, string value) =>
        "{\"metadata\":{\"resourceVersion\":\"" + version + "\",\"annotations\":{\"a\":" + value + "}}}";
}
