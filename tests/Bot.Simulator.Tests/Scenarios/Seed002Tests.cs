using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Tests.Scenarios;

public sealed class Seed002Tests
{
    private const string Root = "wealist-apps-prod";
    private const string Sha1 = "a1b2c3d4e5f60718293a4b5c6d7e8f9012345678";
    private const string Sha2 = "9f8e7d6c5b4a39281706f5e4d3c2b1a098765432";
    private const string WaitsForItself = "waiting for healthy state of argoproj.io/Application/wealist-apps-prod";

    [Fact]
    public void The_root_has_waited_for_itself_for_nine_hours_at_the_old_commit_while_git_is_ahead()
    {
        using var played = Played.Start("seed-002");
        var root = played.App(Root);

        root.Text("operation", "sync", "revision").ShouldBe(Sha1);
        root.Text("status", "operationState", "phase").ShouldBe("Running");
        root.Text("status", "operationState", "message").ShouldBe(WaitsForItself);
        root.Text("status", "operationState", "startedAt").ShouldBe("2026-01-01T15:03:56Z");
        root.Text("status", "operationState", "syncResult", "revision").ShouldBe(Sha1);
        root.Text("status", "sync", "revision").ShouldBe(Sha2);
        root.Text("status", "sync", "status").ShouldBe("OutOfSync");
        root.Text("status", "health", "status").ShouldBe("Progressing");
        root.Text("metadata", "annotations", "argocd.argoproj.io/tracking-id").ShouldBe($"{Root}:argoproj.io/Application:argocd/{Root}");
        played.App("cluster-addons-prod").Text("status", "health", "status").ShouldBe("Progressing");
        played.TryApp("ops-service-prod").ShouldBeNull();
    }

    [Fact]
    public void The_root_lists_itself_as_something_to_prune_and_its_children_in_a_later_wave()
    {
        using var played = Played.Start("seed-002");
        var resources = played.App(Root).Objects("status", "resources").ToList();

        var self = resources.Single(static resource => resource.Text("name") == Root);
        self.Flag("requiresPruning").ShouldBeTrue();
        self.ContainsKey("health").ShouldBeFalse();
        resources.Where(static resource => resource.Text("name") != Root).Select(static resource => resource.Number("syncWave")).Distinct().ShouldBe([5L]);
        resources.Count.ShouldBe(15);
        played.App(Root).Text("status", "resourceHealthSource").ShouldBe("appTree");
        played.App(Root).Text("status", "reconciledAt").ShouldNotBeNull().ShouldBeGreaterThan("2026-01-02T00:13:00Z");
    }

    [Fact]
    public void The_webhook_is_not_ready_but_its_rollout_is_long_complete_so_nothing_turns_degraded()
    {
        using var played = Played.Start("seed-002");
        var webhook = played.Store.Get(SimulatedKinds.Deployment, "external-secrets", "external-secrets-operator-webhook")!.Body;

        webhook.Number("status", "readyReplicas").ShouldBeNull();
        webhook.Objects("status", "conditions").Single(static condition => condition.Text("type") == "Progressing").Text("reason").ShouldBe("NewReplicaSetAvailable");
        webhook.Objects("status", "conditions").Single(static condition => condition.Text("type") == "Available").Text("status").ShouldBe("False");
        played.App("argocd-config").Text("status", "sync", "status").ShouldBe("OutOfSync");
        played.App("argocd-config").Objects("status", "conditions").Select(static condition => condition.Text("type")).ShouldContain("SharedResourceWarning");
    }

    [Fact]
    public void Guarding_ending_and_refreshing_heals_the_root_within_half_a_minute()
    {
        using var played = Played.Start("seed-002");
        Guard(played);
        played.Terminate(Root);
        played.RunUntil(() => !played.App(Root).ContainsKey("operation"), TimeSpan.FromSeconds(5)).ShouldNotBeNull();
        played.App(Root).Text("status", "operationState", "message").ShouldBe("Operation terminated");
        played.Annotate(Root, "argocd.argoproj.io/refresh", "hard");

        var healed = played.RunUntil(() => IsHealed(played), TimeSpan.FromSeconds(30));

        healed.ShouldNotBeNull(played.Describe());
        played.App(Root).Text("metadata", "annotations", "argocd.argoproj.io/refresh").ShouldBeNull();
        played.App(Root).Objects("status", "operationState", "syncResult", "resources").Single(static resource => resource.Text("name") == Root)
            .Text("message").ShouldBe("ignored (no prune)");
        Endpoints(played, "external-secrets", "external-secrets-operator-webhook").ShouldBe(1);
        Endpoints(played, "wealist-prod", "ops-service").ShouldBe(1);
        Endpoints(played, "wealist-prod", "ops-portal").ShouldBe(1);
    }

    [Fact]
    public void Prune_false_alone_saves_the_root_but_leaves_it_out_of_sync()
    {
        using var played = Played.Start("seed-002");
        played.Annotate(Root, "argocd.argoproj.io/sync-options", "Prune=false");
        played.Terminate(Root);

        played.Run(TimeSpan.FromSeconds(30));

        played.App(Root).Text("status", "operationState", "phase").ShouldBe("Succeeded");
        played.App(Root).Text("status", "operationState", "syncResult", "revision").ShouldBe(Sha2);
        played.App(Root).Text("status", "sync", "status").ShouldBe("OutOfSync");
        played.App(Root).Text("status", "health", "status").ShouldBe("Healthy");
    }

    [Fact]
    public void Without_the_guard_the_sync_prunes_the_root_itself_and_the_cascade_takes_its_children()
    {
        using var played = Played.Start("seed-002");
        played.Terminate(Root);

        played.RunUntil(() => played.App(Root).Text("metadata", "deletionTimestamp") is not null, TimeSpan.FromSeconds(10)).ShouldNotBeNull(played.Describe());
        played.Run(TimeSpan.FromSeconds(10));

        played.App(Root).Text("status", "operationState", "message").ShouldBe("waiting for deletion of argoproj.io/Application/wealist-apps-prod");
        played.TryApp("auth-service-prod").ShouldNotBeNull("while an operation is set the deletion is not carried out");

        played.Terminate(Root);
        played.RunUntil(() => played.TryApp(Root) is null, TimeSpan.FromSeconds(60)).ShouldNotBeNull(played.Describe());

        played.Apps().Select(static app => app.Name).ShouldNotContain("auth-service-prod");
        played.Store.List(SimulatedKinds.Deployment, "wealist-prod").ShouldBeEmpty();
        played.App("auth-service-dev").Text("status", "health", "status").ShouldBe("Healthy");
    }

    [Fact]
    public void Removing_only_the_state_starts_the_same_old_operation_with_a_young_age()
    {
        using var played = Played.Start("seed-002");
        played.Patch(Root, static body => body.Child("status").Remove("operationState"));

        played.Run(TimeSpan.FromSeconds(20));

        var root = played.App(Root);
        root.Text("operation", "sync", "revision").ShouldBe(Sha1);
        root.Text("status", "operationState", "message").ShouldBe(WaitsForItself);
        root.Text("status", "operationState", "syncResult", "revision").ShouldBe(Sha1);
        root.Text("status", "operationState", "startedAt").ShouldNotBeNull().ShouldBeGreaterThan("2026-01-02T00:15:00Z");
    }

    [Fact]
    public void Without_a_newer_commit_ending_the_operation_moves_nothing()
    {
        using var played = Played.Start("seed-002-no-fix");
        played.App(Root).Objects("status", "resources").Single(static resource => resource.Text("name") == Root).Text("status").ShouldBe("Synced");
        played.Terminate(Root);

        played.Run(TimeSpan.FromSeconds(30));

        played.App(Root).Text("status", "operationState", "phase").ShouldBe("Failed");
        played.App(Root).ContainsKey("operation").ShouldBeFalse();
        played.App(Root).Objects("status", "conditions").Select(static condition => condition.Text("message"))
            .ShouldContain($"Failed last sync attempt to [{Sha1}]: Operation terminated");
    }

    [Fact]
    public void Without_a_newer_commit_a_manual_sync_waits_for_itself_again()
    {
        using var played = Played.Start("seed-002-no-fix");
        played.Terminate(Root);
        played.Run(TimeSpan.FromSeconds(5));
        played.Patch(Root, static body => body["operation"] = new JsonObject { ["initiatedBy"] = new JsonObject { ["username"] = "mina" }, ["sync"] = new JsonObject() });

        played.Run(TimeSpan.FromSeconds(30));

        played.App(Root).Text("status", "operationState", "phase").ShouldBe("Running");
        played.App(Root).Text("status", "operationState", "message").ShouldBe(WaitsForItself);
    }

    private static void Guard(Played played)
    {
        played.Annotate(Root, "argocd.argoproj.io/sync-options", "Prune=false");
        played.Annotate(Root, "argocd.argoproj.io/compare-options", "IgnoreExtraneous");
    }

    private static bool IsHealed(Played played)
    {
        var root = played.App(Root);
        return root.Text("status", "operationState", "phase") == "Succeeded"
            && root.Text("status", "operationState", "syncResult", "revision") == Sha2
            && root.Text("status", "sync", "status") == "Synced"
            && root.Objects("status", "resources").Where(static resource => resource.Text("name") != Root).All(resource =>
                played.TryApp(resource.Text("name")!) is { } child && child.Text("status", "sync", "status") == "Synced" && child.Text("status", "health", "status") == "Healthy");
    }

    private static int Endpoints(Played played, string ns, string service) => played.Store.List(SimulatedKinds.EndpointSlice, ns)
        .Where(slice => slice.Body.Text("metadata", "labels", "kubernetes.io/service-name") == service)
        .SelectMany(static slice => slice.Body.Objects("endpoints"))
        .Count(static endpoint => endpoint.Flag("conditions", "ready"));
}
