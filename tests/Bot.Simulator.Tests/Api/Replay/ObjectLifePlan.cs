using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Tests.Api.Replay;

/// <summary>Eviction, deletion, finalizers, namespaces that do not end.</summary>
internal static class ObjectLifePlan
{
    private const string Going = "126-get-app-deleting";

    public static IReadOnlyList<ReplayedExchange> All { get; } =
    [
        new("111-eviction-429-pdb", static stage => stage.Items("021-list-pods-rv0-limit-ignored").Object("110-pdb-get")),
        new("112-eviction-201-dryrun", static stage => Bare(stage, "v1", "Pod", "board-service-79c4cbd56-nk4g7")),
        new("113-eviction-201", static stage => Bare(stage, "v1", "Pod", "board-service-79c4cbd56-nk4g7")),
        new("114-eviction-404"),
        new("115-delete-409-uid", static stage => Background(stage)),
        new("116-delete-409-rv", static stage => Background(stage)),
        new("117-delete-dryrun", static stage => Background(stage)),
        new("118-delete-background", static stage => Background(stage)),
        new("119-delete-foreground", static stage => stage.Object("119-delete-foreground", Unmarked)),
        new("120-delete-orphan", static stage => stage.Object("120-delete-orphan", Unmarked)),
        new("121-delete-configmap", static stage => Bare(stage, "v1", "ConfigMap", "t-cm", Uid("121-delete-configmap"))),
        new("122-delete-404"),
        new("123-delete-pod-graceful", static stage => stage.Object("123-delete-pod-graceful", Unmarked)),
        new("124-delete-pod-force", static stage => stage.Object("124-delete-pod-force", Unmarked)),
        new("125-delete-app-finalizer", static stage => stage.Object("125-delete-app-finalizer", static body =>
        {
            Unmarked(body);
            body.Set(new JsonArray("resources-finalizer.argocd.argoproj.io"), "metadata", "finalizers");
        })),
        new("126-get-app-deleting", static stage => stage.Object(Going)),
        new("127-patch-app-deleting-add-finalizer-422", static stage => stage.Object(Going)),
        new("128-remove-finalizer", static stage => stage.Object(Going)),
        new("129-get-app-gone"),
        new("130-ns-delete", static stage => stage.Object("130-ns-delete", static body =>
        {
            Unmarked(body);
            body.Set("Active", "status", "phase");
        })),
        new("131-ns-terminating", static stage => stage.Object("131-ns-terminating")),
        new("132-ns-terminating-create-403", static stage => stage.Object("131-ns-terminating")),
        new("133-ns-remaining-ingress", static stage => stage.Object("131-ns-terminating").Items("133-ns-remaining-ingress")),
        new("134-ns-fix-finalizer", static stage => stage.Object("131-ns-terminating").Items("133-ns-remaining-ingress")),
        new("135-ns-finalize", static stage => stage.Sent("135-ns-finalize", static body => body.Set(new JsonArray("kubernetes"), "spec", "finalizers"))),
        new("136-ns-finalize-after"),
        new("137-ns-finalize-orphan", static stage => stage.Object("137-ns-finalize-orphan")),
        new("189-ns-terminating-discovery-failure", static stage => stage.Object("189-ns-terminating-discovery-failure")),
    ];

    private static void Unmarked(JsonObject body)
    {
        var metadata = body.Child("metadata");
        metadata.Remove("deletionTimestamp");
        metadata.Remove("deletionGracePeriodSeconds");
        metadata.Remove("finalizers");
        metadata["resourceVersion"] = "2";
        if (metadata.Number("generation") is { } generation)
        {
            metadata["generation"] = generation - 1;
        }
    }

    private static void Background(ReplayStage stage) => Bare(stage, "apps/v1", "Deployment", "t-bg", Uid("118-delete-background"), "972");

    private static string Uid(string recording) => Recording.Read(recording).Json.Text("details", "uid")!;

    private static void Bare(ReplayStage stage, string apiVersion, string kind, string name, string uid = "u", string version = "2") => stage.Put(new JsonObject
    {
        ["apiVersion"] = apiVersion,
        ["kind"] = kind,
        ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = "wealist-prod", ["uid"] = uid, ["resourceVersion"] = version },
    });
}
