using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>What a validating webhook with <c>failurePolicy: Fail</c> does to writes while its Service has no endpoint.</summary>
internal static class Admission
{
    /// <summary>The API server's refusal of a write of this kind, or null.</summary>
    public static string? Refusal(World world, SimulatedKind kind) => world.Store.List(SimulatedKinds.ValidatingWebhookConfiguration)
        .SelectMany(static configuration => configuration.Body.Objects("webhooks"))
        .Where(webhook => webhook.Text("failurePolicy") != "Ignore" && Covers(webhook, kind) && IsDown(world, webhook))
        .Select(static webhook => Text(webhook))
        .FirstOrDefault();

    private static bool Covers(JsonObject webhook, SimulatedKind kind) => webhook.Objects("rules").Any(rule =>
        (rule.Texts("apiGroups").Contains(kind.Group, StringComparer.Ordinal) || rule.Texts("apiGroups").Contains("*", StringComparer.Ordinal))
        && (rule.Texts("resources").Contains(kind.Plural, StringComparer.Ordinal) || rule.Texts("resources").Contains("*", StringComparer.Ordinal)));

    private static bool IsDown(World world, JsonObject webhook)
    {
        var ns = webhook.Text("clientConfig", "service", "namespace");
        var name = webhook.Text("clientConfig", "service", "name");
        return name is not null && !world.Store.List(SimulatedKinds.EndpointSlice, ns)
            .Where(slice => slice.Body.Text("metadata", "labels", "kubernetes.io/service-name") == name)
            .SelectMany(static slice => slice.Body.Objects("endpoints"))
            .Any(static endpoint => endpoint.Flag("conditions", "ready"));
    }

    private static string Text(JsonObject webhook)
    {
        var service = webhook.At("clientConfig", "service");
        var address = $"https://{service.Text("name")}.{service.Text("namespace")}.svc:{service.Number("port") ?? 443}{service.Text("path")}?timeout={webhook.Number("timeoutSeconds") ?? 10}s";
        return $"Internal error occurred: failed calling webhook \"{webhook.Text("name")}\": failed to call webhook: Post \"{address}\": "
            + $"no endpoints available for service \"{service.Text("name")}\"";
    }
}
