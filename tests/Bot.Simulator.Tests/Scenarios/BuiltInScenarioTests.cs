using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Tests.Scenarios;

public sealed class BuiltInScenarioTests
{
    [Fact]
    public void The_built_in_scenarios_can_be_named()
    {
        SimulatedCluster.Scenarios().ShouldBe(["healthy", "image-pull", "repo-oom", "seed-002", "seed-002-no-fix", "stuck-namespace"]);
    }

    [Fact]
    public void Healthy_has_two_environments_synced_and_healthy_and_every_pod_ready()
    {
        using var played = Played.Start("healthy");

        played.Apps().Select(static app => $"{app.Body.Text("status", "sync", "status")} {app.Body.Text("status", "health", "status")}").Distinct()
            .ShouldBe(["Synced Healthy"], played.Describe());
        played.Apps().Select(static app => app.Body.Text("metadata", "labels", "environment")).Distinct().Order().ShouldBe(["dev", "production"]);
        NotReady(played).ShouldBeEmpty();
        played.Store.List(SimulatedKinds.Ingress).ShouldNotBeEmpty();
        played.Store.List(SimulatedKinds.Ingress).Select(static ingress => ingress.Body.Objects("status", "loadBalancer", "ingress").Single().Text("hostname"))
            .Where(static name => !name!.EndsWith(".ap-northeast-2.elb.amazonaws.com", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Healthy_stays_as_it_is()
    {
        using var played = Played.Start("healthy");
        var before = played.Store.Revision;

        played.Run(TimeSpan.FromSeconds(20));

        played.Store.List(SimulatedKinds.Pod).Where(pod => pod.Revision > before).ShouldBeEmpty();
        played.Apps().Select(static app => app.Body.Text("status", "sync", "status")).Distinct().ShouldBe(["Synced"]);
    }

    [Fact]
    public void A_repo_server_out_of_memory_leaves_some_forty_applications_unknown()
    {
        using var played = Played.Start("repo-oom");
        var container = RepoServer(played).Objects("status", "containerStatuses").Single();

        container.Text("lastState", "terminated", "reason").ShouldBe("OOMKilled");
        container.Number("restartCount").ShouldBe(6);
        played.Apps().Count(static app => app.Body.Text("status", "sync", "status") == "Unknown").ShouldBeGreaterThanOrEqualTo(40, played.Describe());
        played.App("auth-service-prod").Objects("status", "conditions").Single(static condition => condition.Text("type") == "ComparisonError")
            .Text("message")!.ShouldContain("code = Unavailable");
        played.Store.Logs.Read("argocd", RepoServer(played).Text("metadata", "name")!, "repo-server", previous: true).ShouldNotBeNull();
    }

    [Fact]
    public void More_memory_brings_the_repo_server_and_with_it_all_applications_back()
    {
        using var played = Played.Start("repo-oom");
        played.Store.Update(SimulatedKinds.Deployment, "argocd", "argocd-repo-server", static body =>
            body.Objects("spec", "template", "spec", "containers").Single().Child("resources", "limits")["memory"] = "1Gi");

        var took = played.RunUntil(() => played.Apps().All(static app => app.Body.Text("status", "sync", "status") == "Synced"), TimeSpan.FromMinutes(4));

        took.ShouldNotBeNull(played.Describe());
        played.App("auth-service-prod").At("status", "conditions").ShouldBeNull();
    }

    [Fact]
    public void An_image_that_is_not_there_leaves_the_old_pods_serving_and_the_application_degraded()
    {
        using var played = Played.Start("image-pull");
        var app = played.App("board-service-prod");

        app.Text("status", "operationState", "phase").ShouldBe("Succeeded");
        app.Text("status", "health", "status").ShouldBe("Degraded", played.Describe());
        var deployment = played.Store.Get(SimulatedKinds.Deployment, "wealist-prod", "board-service")!.Body;
        deployment.Number("status", "readyReplicas").ShouldBe(2);
        deployment.Objects("status", "conditions").Select(static condition => condition.Text("reason")).ShouldContain("ProgressDeadlineExceeded");
        NotReady(played).Single().Objects("status", "containerStatuses").Single().Text("state", "waiting", "reason").ShouldBe("ImagePullBackOff");
    }

    [Fact]
    public void Another_tag_ends_the_image_trouble()
    {
        using var played = Played.Start("image-pull");
        played.Patch("board-service-prod", static body => body.Objects("spec", "source", "helm", "parameters").Single(static parameter => parameter.Text("name") == "image.tag")["value"] = "v2.3.9");
        played.Annotate("wealist-apps-prod", "argocd.argoproj.io/skip-reconcile", "true");

        played.RunUntil(() => played.App("board-service-prod").Text("status", "health", "status") == "Healthy", TimeSpan.FromSeconds(40)).ShouldNotBeNull(played.Describe());

        NotReady(played).ShouldBeEmpty();
    }

    [Fact]
    public void A_namespace_that_hangs_tells_what_remains_and_blocks_its_application()
    {
        using var played = Played.Start("stuck-namespace");
        var space = played.Store.Get(SimulatedKinds.Namespace, "", "monitoring")!.Body;

        space.Text("status", "phase").ShouldBe("Terminating");
        space.Text("metadata", "deletionTimestamp").ShouldBe("2026-01-01T21:15:56Z");
        Condition(space, "NamespaceContentRemaining").ShouldBe("Some resources are remaining: ingresses.networking.k8s.io has 1 resource instances");
        Condition(space, "NamespaceFinalizersRemaining").ShouldBe("Some content in the namespace has finalizers remaining: ingress.k8s.aws/resources in 1 resource instances");
        played.App("monitoring-prod").Text("status", "health", "status").ShouldBe("Missing");
        played.App("monitoring-prod").Text("status", "operationState", "message")!.ShouldContain("because it is being terminated");
    }

    [Fact]
    public void Finalizing_the_namespace_by_force_lets_it_go_and_leaves_the_ingress_behind()
    {
        using var played = Played.Start("stuck-namespace");
        played.Store.Update(SimulatedKinds.Namespace, "", "monitoring", static body => body.Child("spec").Remove("finalizers"));

        played.Run(TimeSpan.FromSeconds(2));

        played.Store.Get(SimulatedKinds.Namespace, "", "monitoring").ShouldBeNull();
        played.Store.Get(SimulatedKinds.Ingress, "monitoring", "grafana").ShouldNotBeNull().Body.Text("metadata", "deletionTimestamp").ShouldNotBeNull();
    }

    [Fact]
    public void Once_nothing_holds_the_namespace_a_sync_installs_its_application_anew()
    {
        using var played = Played.Start("stuck-namespace");
        played.Store.Update(SimulatedKinds.Ingress, "monitoring", "grafana", static body => body.Child("metadata").Remove("finalizers"));
        played.RunUntil(() => played.Store.Get(SimulatedKinds.Namespace, "", "monitoring") is null, TimeSpan.FromSeconds(10)).ShouldNotBeNull();
        played.Patch("monitoring-prod", static body => body["operation"] = new JsonObject
        {
            ["initiatedBy"] = new JsonObject { ["username"] = "mina" },
            ["sync"] = new JsonObject { ["syncOptions"] = new JsonArray("CreateNamespace=true") },
        });

        played.RunUntil(() => played.App("monitoring-prod").Text("status", "health", "status") == "Healthy", TimeSpan.FromSeconds(60)).ShouldNotBeNull(played.Describe());
    }

    [Theory]
    [InlineData("seed-002")]
    [InlineData("seed-002-no-fix")]
    public void No_object_is_younger_than_the_start_or_older_than_the_scenario_says(string scenario)
    {
        using var played = Played.Start(scenario);

        var times = SimulatedKinds.All.Where(static kind => kind.StoredAs is null).SelectMany(kind => played.Store.List(kind))
            .Select(static held => Bot.Simulator.Controllers.World.TimeAt(held.Body, "metadata", "creationTimestamp")!.Value).ToList();

        times.Max().ShouldBeLessThanOrEqualTo(played.Now);
        times.Min().ShouldBe(played.Now.AddDays(-40));
        played.Store.List(SimulatedKinds.Event).Where(held => Bot.Simulator.Controllers.World.TimeAt(held.Body, "lastTimestamp") < played.Now.AddHours(-1)).ShouldBeEmpty();
    }

    private static IReadOnlyList<JsonObject> NotReady(Played played) =>
        [.. played.Store.List(SimulatedKinds.Pod).Select(static pod => pod.Body).Where(static pod => !Bot.Simulator.Controllers.Kubernetes.PodStatus.IsReady(pod))];

    private static JsonObject RepoServer(Played played) =>
        played.Store.List(SimulatedKinds.Pod, "argocd").Single(static pod => pod.Name.StartsWith("argocd-repo-server-", StringComparison.Ordinal)).Body;

    private static string? Condition(JsonObject body, string type) =>
        body.Objects("status", "conditions").Single(condition => condition.Text("type") == type).Text("message");
}
