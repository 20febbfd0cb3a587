using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Tests.Api.Replay;

/// <summary>Creates, replaces, patches, and the operations of an Application.</summary>
internal static class WritingPlan
{
    private const string Demo = "070-get-after-dryrun";
    private const string Stuck = "091-app-stuck-get";

    public static IReadOnlyList<ReplayedExchange> All { get; } =
    [
        new("046-create-app-201"),
        new("047-create-app-409-exists", static stage => stage.Object("046-create-app-201")),
        new("048-create-generatename") { MayDiffer = ["metadata.name"] },
        new("049-create-422-app-missing-field"),
        new("050-create-422-deployment"),
        new("051-create-unknown-field-warning"),
        new("052-create-unknown-field-strict-400"),
        new("053-create-invalid-json-400"),
        new("054-create-wrong-media-415"),
        new("055-create-missing-namespace-404"),
        new("056-create-kind-mismatch-400"),
        new("057-replace-409-stale", static stage => stage.Sent("058-replace-200")),
        new("058-replace-200", static stage => stage.Sent("058-replace-200", static body => body.Set("charts/demo", "spec", "source", "path"))),
        new("059-replace-200-noop", static stage => stage.Object("058-replace-200")),
        new("060-merge-patch-200", static stage => stage.Object("058-replace-200")),
        new("061-merge-patch-409-stale", static stage => stage.Object("060-merge-patch-200")),
        new("062-merge-patch-404"),
        new("063-json-patch-200", static stage => stage.Object("060-merge-patch-200")),
        new("064-json-patch-422-test", static stage => stage.Object(Demo)),
        new("065-json-patch-422-missing", static stage => stage.Object(Demo)),
        new("066-json-patch-422-parent-missing", static stage => stage.Object(Demo)),
        new("067-json-patch-400-invalid", static stage => stage.Object(Demo)),
        new("068-json-patch-unknown-op", static stage => stage.Object(Demo)),
        new("069-json-patch-dryrun", static stage => stage.Object(Demo)),
        new("070-get-after-dryrun", static stage => stage.Object(Demo)),
        new("071-strategic-415-cr", static stage => stage.Object(Demo)),
        new("072-strategic-200-deployment", static stage => stage.Object("072-strategic-200-deployment", static body =>
        {
            body.Set(1, "metadata", "generation");
            body.Set("2", "metadata", "resourceVersion");
            body.Set(null, "spec", "template", "metadata", "annotations", "kubectl.kubernetes.io/restartedAt");
        })),
        new("077-ssa-422-no-manager", static stage => stage.Object(Demo)),
        new("092-app-terminate-dryrun", static stage => stage.Object(Stuck)),
        new("093-app-terminate", static stage => stage.Object(Stuck)),
        new("094-app-terminate-409", static stage => stage.Object("093-app-terminate")),
        new("095-app-terminate-jsonpatch", static stage => stage.Object("093-app-terminate")),
        new("096-app-clear-operation", static stage => stage.Object("093-app-terminate")),
        new("097-app-clear-operation-422", static stage => stage.Object("096-app-clear-operation")),
        new("098-app-remove-operationstate", static stage => stage.Object("096-app-clear-operation")),
        new("099-app-refresh-hard", static stage => stage.Object("096-app-clear-operation")),
        new("100-app-sync-operation", static stage => stage.Object("099-app-refresh-hard")),
        new("101-app-sync-operation-merge", static stage => stage.Object("100-app-sync-operation")),
        new("102-app-status-404", static stage => stage.Object("101-app-sync-operation-merge")),
        new("103-app-status-get-404", static stage => stage.Object("101-app-sync-operation-merge")),
        new("104-app-scale-404", static stage => stage.Object("101-app-sync-operation-merge")),
        new("105-app-422-patch", static stage => stage.Object("101-app-sync-operation-merge")),
        new("106-scale-get", static stage => Scaled(stage, 3)),
        new("107-scale-patch", static stage => Scaled(stage, 3)),
        new("108-scale-patch-409", static stage => Scaled(stage, 4)),
        new("109-scale-patch-422", static stage => Scaled(stage, 4)),
        new("154-lease-404"),
        new("155-lease-create"),
        new("156-lease-create-409", static stage => stage.Object("155-lease-create")),
        new("157-lease-get", static stage => stage.Object("155-lease-create")),
        new("158-lease-update", static stage => stage.Object("155-lease-create")),
        new("159-lease-update-409", static stage => stage.Object("158-lease-update")),
        new("179-app-sync-operation-422-present", static stage => stage.Object(Stuck)),
    ];

    private static void Scaled(ReplayStage stage, int replicas)
    {
        var scale = Recording.Read("106-scale-get").Json;
        stage.Put(new JsonObject
        {
            ["apiVersion"] = "apps/v1",
            ["kind"] = "Deployment",
            ["metadata"] = scale["metadata"]!.DeepClone(),
            ["spec"] = new JsonObject { ["replicas"] = replicas, ["selector"] = new JsonObject { ["matchLabels"] = new JsonObject { ["app"] = "auth-service" } } },
            ["status"] = new JsonObject { ["replicas"] = 3 },
        });
    }
}
