using System.Text;
using System.Text.Json.Nodes;
using Bot.Simulator.Api.Wire;
using Bot.Simulator.Store;
using Microsoft.AspNetCore.Http;

namespace Bot.Simulator.Api.Discovery;

/// <summary>Answers the paths that are no resources: discovery, version, health. OpenAPI is not served.</summary>
internal sealed class ServerPaths(ObjectStore store)
{
    private static readonly string[] Checks = ["ping", "log", "informer-sync", "poststarthook/start-apiextensions-controllers", "poststarthook/crd-informer-synced", "shutdown"];

    public ApiAnswer? Answer(HttpRequest request)
    {
        var path = (request.Path.Value ?? "/").TrimEnd('/');
        switch (path)
        {
            case "/version":
                return Version();
            case "/readyz" or "/livez" or "/healthz":
                return Health(path[1..], request.Query.ContainsKey("verbose"));
            case "/api" or "/apis":
                return Roots(request, core: path == "/api");
            default:
                return path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
                {
                    ["api", var version] => Json(PlainDiscovery.Resources(store.Installed(), "", version)),
                    ["apis", var group] => Json(PlainDiscovery.GroupNamed(store.Installed(), group)),
                    ["apis", var group, var version] => Json(PlainDiscovery.Resources(store.Installed(), group, version)),
                    _ => null,
                };
        }
    }

    private ApiAnswer Roots(HttpRequest request, bool core)
    {
        var kinds = store.Installed();
        if (Negotiation.DiscoveryVersion(request.Headers.Accept.ToString()) is { } version)
        {
            return AggregatedDiscovery.Answer(kinds, core, version, request.Headers.IfNoneMatch.ToString());
        }

        return ApiAnswer.Json(200, core ? PlainDiscovery.Versions(request.Host.Value ?? "") : PlainDiscovery.Groups(kinds));
    }

    private static ApiAnswer? Json(JsonObject? body) => body is null ? null : ApiAnswer.Json(200, body);

    private static ApiAnswer Version()
    {
        var version = new JsonObject
        {
            ["major"] = "1",
            ["minor"] = "34",
            ["emulationMajor"] = "1",
            ["emulationMinor"] = "34",
            ["minCompatibilityMajor"] = "1",
            ["minCompatibilityMinor"] = "33",
            ["gitVersion"] = "v1.34.9",
            ["gitCommit"] = "0000000000000000000000000000000000000000",
            ["gitTreeState"] = "clean",
            ["buildDate"] = "2026-11-20T23:12:11Z",
            ["goVersion"] = "go1.24.4",
            ["compiler"] = "gc",
            ["platform"] = "linux/amd64",
        };
        return new ApiAnswer(200, ApiAnswer.JsonType, [WireJson.Pretty(WireJson.Bytes(version))]);
    }

    private static ApiAnswer Health(string check, bool verbose)
    {
        if (!verbose)
        {
            return ApiAnswer.Text(200, "ok");
        }

        var text = new StringBuilder();
        foreach (var part in Checks)
        {
            text.Append("[+]").Append(part).Append(" ok\n");
        }

        return ApiAnswer.Text(200, text.Append(check).Append(" check passed\n").ToString());
    }
}
