using System.Text.Json.Nodes;
using Bot.Simulator.Store;
using Bot.Simulator.Tests.Scenarios;

namespace Bot.Simulator.Tests.Controllers;

public sealed class ApplicationControllerTests
{
    private const string Root = "wealist-apps-prod";

    [Fact]
    public void A_refresh_annotation_is_taken_away_by_the_comparison_that_it_asked_for()
    {
        using var played = Played.Start("healthy");
        played.Annotate("auth-service-prod", "argocd.argoproj.io/refresh", "normal");

        played.Run(TimeSpan.FromSeconds(1));

        played.App("auth-service-prod").Text("metadata", "annotations", "argocd.argoproj.io/refresh").ShouldBeNull();
        played.App("auth-service-prod").Text("status", "reconciledAt").ShouldBe(Bot.Simulator.Controllers.World.Write(played.Now.AddSeconds(-0.5)));
    }

    [Fact]
    public void Self_heal_takes_a_live_change_back()
    {
        using var played = Played.Start("healthy");
        played.Store.Update(SimulatedKinds.Deployment, "wealist-prod", "auth-service", static body => body.Child("spec")["replicas"] = 5);

        played.Run(TimeSpan.FromSeconds(8));

        played.Store.Get(SimulatedKinds.Deployment, "wealist-prod", "auth-service")!.Body.Number("spec", "replicas").ShouldBe(2);
        played.App("auth-service-prod").Number("status", "operationState", "operation", "sync", "autoHealAttemptsCount").ShouldBe(1);
        played.App("auth-service-prod").Text("status", "sync", "status").ShouldBe("Synced");
    }

    [Fact]
    public void While_a_window_denies_a_terminated_operation_stays_terminating()
    {
        using var played = Played.Start("seed-002");
        Deny(played, "* * * * *");
        played.Run(TimeSpan.FromSeconds(1));
        played.App(Root).Text("status", "operationState", "message").ShouldBe("Sync operation blocked by sync window");
        played.Terminate(Root);

        played.Run(TimeSpan.FromSeconds(10));
        played.App(Root).Text("status", "operationState", "phase").ShouldBe("Terminating");
        played.App(Root).ContainsKey("operation").ShouldBeTrue();

        played.Store.Update(SimulatedKinds.AppProject, "argocd", "default", static body => body.Child("spec").Remove("syncWindows"));
        played.Run(TimeSpan.FromSeconds(0.5));
        played.App(Root).Text("status", "operationState", "message").ShouldBe("Operation terminated");
    }

    [Fact]
    public void A_phantom_state_stays_and_a_new_operation_revives_the_old_copy()
    {
        using var played = Played.Start("seed-002-no-fix");
        played.Patch(Root, static body => body.Remove("operation"));
        played.Run(TimeSpan.FromSeconds(5));
        played.App(Root).Text("status", "operationState", "phase").ShouldBe("Running");
        played.App(Root).ContainsKey("operation").ShouldBeFalse();

        played.Patch(Root, static body => body["operation"] = new JsonObject { ["sync"] = new JsonObject { ["revision"] = "58b2d6e4f0a19c3b7d5e8f6a4c2b0d9e7f5a3c1b" } });
        played.Run(TimeSpan.FromSeconds(5));

        played.App(Root).Text("status", "operationState", "syncResult", "revision").ShouldBe("a1b2c3d4e5f60718293a4b5c6d7e8f9012345678");
    }

    [Fact]
    public void Auto_sync_to_a_newer_commit_sweeps_a_phantom_away()
    {
        using var played = Played.Start("seed-002");
        played.Annotate(Root, "argocd.argoproj.io/sync-options", "Prune=false");
        played.Patch(Root, static body => body.Remove("operation"));

        played.RunUntil(() => played.App(Root).Text("status", "operationState", "phase") == "Succeeded", TimeSpan.FromSeconds(10)).ShouldNotBeNull(played.Describe());
    }

    [Fact]
    public void Removing_a_phantom_lets_auto_sync_take_the_present_commit()
    {
        using var played = Played.Start("seed-002");
        played.Annotate(Root, "argocd.argoproj.io/sync-options", "Prune=false");
        played.Patch(Root, static body =>
        {
            body.Remove("operation");
            body.Child("status").Remove("operationState");
        });

        played.RunUntil(() => played.App(Root).Text("status", "operationState", "phase") == "Succeeded", TimeSpan.FromSeconds(10)).ShouldNotBeNull(played.Describe());

        played.App(Root).Text("status", "operationState", "syncResult", "revision").ShouldBe("9f8e7d6c5b4a39281706f5e4d3c2b1a098765432");
        played.App(Root).Objects("status", "history").Last().Text("revision").ShouldBe("9f8e7d6c5b4a39281706f5e4d3c2b1a098765432");
    }

    [Fact]
    public void An_operation_that_the_api_server_refuses_is_tried_again_at_growing_distances()
    {
        using var played = Played.Start("seed-002");
        played.Patch("argocd-config", static body => body["operation"] = new JsonObject { ["sync"] = new JsonObject(), ["retry"] = new JsonObject { ["limit"] = 2 } });

        played.Run(TimeSpan.FromSeconds(2));
        var state = played.App("argocd-config").At("status", "operationState");
        state.Text("phase").ShouldBe("Running");
        state.Text("message")!.ShouldContain("no endpoints available for service \"external-secrets-operator-webhook\"");
        state.Text("message")!.ShouldContain("Retrying attempt #1 at ");
        state.Text("finishedAt").ShouldNotBeNull();

        played.RunUntil(() => played.App("argocd-config").Text("status", "operationState", "phase") == "Failed", TimeSpan.FromSeconds(30)).ShouldNotBeNull();
        played.App("argocd-config").Text("status", "operationState", "message")!.ShouldEndWith("(retried 2 times).");
        played.App("argocd-config").ContainsKey("operation").ShouldBeFalse();
    }

    [Fact]
    public void A_path_that_does_not_exist_makes_the_application_unknown_after_the_grace()
    {
        using var played = Played.Start("healthy");
        played.Annotate(Root, "argocd.argoproj.io/skip-reconcile", "true");
        played.Patch("istio-prod", static body => body.Child("spec", "source")["path"] = "k8s/nowhere");

        played.Run(TimeSpan.FromSeconds(60));
        played.App("istio-prod").Text("status", "sync", "status").ShouldBe("Synced");
        played.Run(TimeSpan.FromSeconds(130));

        played.App("istio-prod").Text("status", "sync", "status").ShouldBe("Unknown");
        played.App("istio-prod").Objects("status", "conditions").Single().Text("message")!.ShouldEndWith("k8s/nowhere: app path does not exist");
    }

    [Fact]
    public void Deleting_an_application_takes_its_objects_with_it()
    {
        using var played = Played.Start("healthy");
        played.Annotate(Root, "argocd.argoproj.io/skip-reconcile", "true");
        played.Store.Delete(SimulatedKinds.Application, "argocd", "frontend-prod");

        played.RunUntil(() => played.TryApp("frontend-prod") is null, TimeSpan.FromSeconds(20)).ShouldNotBeNull();

        played.Store.Get(SimulatedKinds.Deployment, "wealist-prod", "frontend").ShouldBeNull();
        played.Store.Get(SimulatedKinds.Deployment, "wealist-prod", "auth-service").ShouldNotBeNull();
    }

    private static void Deny(Played played, string schedule) => played.Store.Update(SimulatedKinds.AppProject, "argocd", "default", body =>
        body.Child("spec")["syncWindows"] = new JsonArray(new JsonObject
        {
            ["kind"] = "deny",
            ["schedule"] = schedule,
            ["duration"] = "1h",
            ["applications"] = new JsonArray("wealist-*"),
        }));
}
