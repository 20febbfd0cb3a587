using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Tests.Api.Replay;

/// <summary>Discovery, lists and gets.</summary>
internal static class ReadingPlan
{
    private const string Pods = "021-list-pods-rv0-limit-ignored";
    private const string Apps = "015-list-apps-all";

    public static IReadOnlyList<ReplayedExchange> All { get; } =
    [
        new("001-version") { MayDiffer = ["gitCommit"] },
        new("002-version-anonymous") { MayDiffer = ["gitCommit"], Token = "" },
        new("003-readyz"),
        new("005-livez-anonymous") { Token = "" },
        new("006-api") { MayDiffer = ["serverAddressByClientCIDRs[].serverAddress"] },

        // A real server has more groups and resources than the simulator: those that both have are compared.
        new("007-apis") { Part = static body => Rows(body, "groups", "name", "apps", "argoproj.io", "events.k8s.io", "networking.k8s.io") },
        new("008-apis-aggregated") { Part = static body => Rows(body, "items", "metadata.name", "argoproj.io", "policy", "discovery.k8s.io") },
        new("009-api-aggregated") { Part = static body => Rows(body.Objects("items").First().Objects("versions").First(), "resources", "resource", "namespaces", "configmaps", "events", "replicationcontrollers") },
        new("010-api-v1") { Part = static body => Rows(body, "resources", "name", "namespaces", "namespaces/finalize", "namespaces/status", "pods", "pods/eviction", "pods/log", "pods/status", "secrets") },
        new("011-apis-apps-v1") { MayDiffer = ["*storageVersionHash"] },
        new("012-apis-argoproj") { MayDiffer = ["*storageVersionHash"] },
        new("013-apis-metrics-404"),
        new("014-unknown-kind-404"),
        new("015-list-apps-all", static stage => stage.Items(Apps)),
        new("016-list-pods-page1", static stage => stage.Items(Pods)),
        new("017-list-pods-page2", static stage => stage.Items(Pods)),
        new("018-list-pods-page3", static stage => stage.Items(Pods)),
        new("019-list-apps-page1", static stage => stage.Items(Apps)),
        new("020-list-pods-selector-limit", static stage => stage.Items(Pods)),
        new("021-list-pods-rv0-limit-ignored", static stage => stage.Items(Pods)),
        new("022-list-pods-label", static stage => stage.Items(Pods)),
        new("023-list-pods-label-set", static stage => stage.Items(Pods)),
        new("024-list-pods-label-400"),
        new("025-list-pods-field-phase", static stage => stage.Items(Pods)),
        new("026-list-pods-field-node", static stage => stage.Items(Pods)),
        new("027-list-pods-field-400"),
        new("028-list-apps-field-400"),
        new("029-list-empty", static stage => stage.At(593)),
        new("030-list-missing-namespace", static stage => stage.Items(Pods)),
        new("031-list-secrets-metadata", static stage => stage.Items("031-list-secrets-metadata", static body =>
        {
            body["kind"] = "Secret";
            body["apiVersion"] = "v1";
            body["data"] = new JsonObject { ["db-password"] = "c2VjcmV0" };
        })),
        new("032-get-deployment-metadata", static stage => stage.Object("032-get-deployment-metadata", static body =>
        {
            body["kind"] = "Deployment";
            body["apiVersion"] = "apps/v1";
        })),
        new("033-table-pods", static stage => stage.Items(Pods)),
        new("034-table-apps", static stage => stage.Items(Apps)),
        new("038-proto-apps-fallback-json", static stage => stage.Items(Apps)),
        new("039-proto-apps-406"),
        new("040-gzip-apps-too-small", static stage => stage.Items(Apps)),
        new("041-get-app", static stage => stage.Object("041-get-app")),
        new("042-get-pod-crash", static stage => stage.Object("042-get-pod-crash")),
        new("043-get-app-404"),
        new("044-get-ns", static stage => stage.Object("044-get-ns")),
        new("045-method-405"),
        new("085-watchlist-422-no-match"),
        new("087-watch-500-bad-rv"),
        new("089-list-future-rv", static stage => stage.At(853)),
        new("090-list-410-exact-rv", static stage => stage.At(853)),
        new("091-app-stuck-get", static stage => stage.Object("091-app-stuck-get")),
        new("110-pdb-get", static stage => stage.Object("110-pdb-get")),
        new("161-events-core", static stage => Events(stage, "161-events-core")),
        new("162-events-new-api", static stage => Events(stage, "161-events-core")),
        new("163-events-of-object", static stage => stage.Items("163-events-of-object")),
        new("177-list-410-continue", static stage => stage.At(2000)),
        new("178-list-400-continue"),
        new("180-gzip-pods", static stage => stage.Items("180-gzip-pods")),
        new("186-apiservice-unavailable", static stage => stage.Object("186-apiservice-unavailable")),
        new("200-list-410-continue-apps", static stage => stage.At(70_000)),
    ];

    /// <summary>The recorded page, and as many events after it as the page says are left.</summary>
    private static void Events(ReplayStage stage, string recording)
    {
        var left = Recording.Read(recording).Json.Number("metadata", "remainingItemCount") ?? 0;
        for (var i = 0; i < left; i++)
        {
            stage.Put($$$"""{"apiVersion":"v1","kind":"Event","metadata":{"name":"zz-{{{i}}}","namespace":"wealist-prod","resourceVersion":"2"}}""");
        }

        stage.Items(recording);
    }

    private static JsonArray Rows(JsonObject body, string list, string key, params string[] names)
    {
        var rows = new JsonArray();
        foreach (var row in body.Objects(list).Where(row => names.Contains(row.Text(key.Split('.')))).OrderBy(row => row.Text(key.Split('.')), StringComparer.Ordinal))
        {
            var copy = (JsonObject)row.DeepClone();
            copy.Remove("storageVersionHash");
            rows.Add((JsonNode)copy);
        }

        return rows;
    }
}
