using System.Text.Json.Nodes;
using Bot.Simulator.Store;
using Bot.Simulator.Tests.Scenarios;

namespace Bot.Simulator.Tests.Controllers;

public sealed class KubernetesControllerTests : IDisposable
{
    private readonly Played played = Played.Start("healthy");

    [Fact]
    public void A_restart_annotation_rolls_the_pods_without_an_endpoint_less_moment()
    {
        var before = Pods("argocd", "argocd-server").Single().Name;
        played.Store.Update(SimulatedKinds.Deployment, "argocd", "argocd-server", static body =>
            body.Child("spec", "template", "metadata", "annotations")["kubectl.kubernetes.io/restartedAt"] = "2026-01-02T00:16:00Z");

        var least = int.MaxValue;
        for (var tick = 0; tick < 20; tick++)
        {
            played.Run(TimeSpan.FromSeconds(0.5));
            least = Math.Min(least, ReadyEndpoints("argocd", "argocd-server"));
        }

        Pods("argocd", "argocd-server").Single().Name.ShouldNotBe(before);
        least.ShouldBe(1);
    }

    [Fact]
    public void A_pod_that_is_deleted_is_replaced_and_its_endpoint_follows()
    {
        var victim = Pods("wealist-dev", "auth-service").Single();
        played.Store.Delete(victim.Kind, victim.Namespace, victim.Name);

        played.Run(TimeSpan.FromSeconds(1.5));
        ReadyEndpoints("wealist-dev", "auth-service").ShouldBe(0);
        played.Run(TimeSpan.FromSeconds(6));

        Pods("wealist-dev", "auth-service").Single().Name.ShouldNotBe(victim.Name);
        ReadyEndpoints("wealist-dev", "auth-service").ShouldBe(1);
    }

    [Fact]
    public void A_cordoned_node_takes_no_new_pod()
    {
        var node = Pods("wealist-dev", "auth-service").Single().Body.Text("spec", "nodeName")!;
        played.Store.Update(SimulatedKinds.Node, "", node, static body => body.Child("spec")["unschedulable"] = true);
        var victim = Pods("wealist-dev", "auth-service").Single();
        played.Store.Delete(victim.Kind, victim.Namespace, victim.Name);

        played.Run(TimeSpan.FromSeconds(6));

        Pods("wealist-dev", "auth-service").Single().Body.Text("spec", "nodeName").ShouldNotBe(node);
    }

    [Fact]
    public void A_job_runs_to_its_end()
    {
        played.Store.Create(SimulatedKinds.Job, "wealist-dev", new JsonObject
        {
            ["metadata"] = new JsonObject { ["name"] = "migrate" },
            ["spec"] = new JsonObject
            {
                ["template"] = new JsonObject { ["spec"] = new JsonObject { ["containers"] = new JsonArray(new JsonObject { ["name"] = "migrate", ["image"] = "migrate:1" }) } },
            },
        });

        played.RunUntil(() => Job().Number("status", "succeeded") == 1, TimeSpan.FromSeconds(15)).ShouldNotBeNull();

        Job().Objects("status", "conditions").Select(static condition => condition.Text("type")).ShouldContain("Complete");
        played.Store.List(SimulatedKinds.Pod, "wealist-dev").Single(static pod => pod.Name.StartsWith("migrate-", StringComparison.Ordinal))
            .Body.Text("status", "phase").ShouldBe("Succeeded");

        JsonObject Job() => played.Store.Get(SimulatedKinds.Job, "wealist-dev", "migrate")!.Body;
    }

    [Fact]
    public void A_namespace_without_finalizers_inside_goes_with_all_it_holds()
    {
        played.Annotate("wealist-apps-dev", "argocd.argoproj.io/skip-reconcile", "true");
        foreach (var app in played.Apps().Where(static app => app.Name.EndsWith("-dev", StringComparison.Ordinal)))
        {
            played.Annotate(app.Name, "argocd.argoproj.io/skip-reconcile", "true");
        }

        played.Store.Delete(SimulatedKinds.Namespace, "", "wealist-dev");

        played.RunUntil(() => played.Store.Get(SimulatedKinds.Namespace, "", "wealist-dev") is null, TimeSpan.FromSeconds(15)).ShouldNotBeNull();
        played.Store.List(SimulatedKinds.Deployment, "wealist-dev").ShouldBeEmpty();
    }

    public void Dispose() => played.Dispose();

    private IReadOnlyList<StoredObject> Pods(string ns, string app) =>
        [.. played.Store.List(SimulatedKinds.Pod, ns).Where(pod => pod.Body.Text("metadata", "labels", "app.kubernetes.io/name") == app)];

    private int ReadyEndpoints(string ns, string service) => played.Store.List(SimulatedKinds.EndpointSlice, ns)
        .Where(slice => slice.Body.Text("metadata", "labels", "kubernetes.io/service-name") == service)
        .SelectMany(static slice => slice.Body.Objects("endpoints"))
        .Count(static endpoint => endpoint.Flag("conditions", "ready"));
}
