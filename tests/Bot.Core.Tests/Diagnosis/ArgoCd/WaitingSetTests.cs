using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Testing.Builders;

namespace Bot.Core.Tests.Diagnosis.ArgoCd;

public sealed class WaitingSetTests
{
    [Fact]
    public void Holds_the_named_object_first_then_every_entry_that_still_runs()
    {
        var app = new TheApplication()
            .Running("waiting for healthy state of apps/Deployment/api and 1 more resources", TimeSpan.FromMinutes(15))
            .Syncing("argoproj.io", "Application", "wealist-apps-prod", "argocd")
            .Syncing("apps", "Deployment", "api", "wealist-prod")
            .Syncing("", "Service", "done", "wealist-prod", entry => entry with { HookPhase = "Succeeded" });

        Waits(app).ShouldBe(["Deployment/wealist-prod/api", "Application/argocd/wealist-apps-prod"]);
    }

    [Fact]
    public void Is_empty_once_the_operation_has_ended_though_entries_still_say_running() =>
        Waits(new TheApplication().Syncing("apps", "Deployment", "api", "wealist-prod")).ShouldBeEmpty();

    [Fact]
    public void Never_takes_a_kind_of_a_foreign_group_for_one_of_ours() =>
        Waits(new TheApplication(destination: "wealist-prod").Running("waiting for healthy state of serving.knative.dev/Service/api", TimeSpan.FromMinutes(15)))
            .ShouldBe(["Service.serving.knative.dev/wealist-prod/api"]);

    [Fact]
    public void Leaves_the_namespace_out_of_cluster_scoped_kinds() =>
        Waits(new TheApplication(destination: "wealist-prod").Running("waiting for healthy state of /Namespace/x", TimeSpan.FromMinutes(15))).ShouldBe(["Namespace//x"]);

    private static IEnumerable<string> Waits(Application app) =>
        WaitingSet.Of(app, OperationMessage.Parse(app.OperationState!.Message)).Select(waited => waited.Ref.ToString());
}
