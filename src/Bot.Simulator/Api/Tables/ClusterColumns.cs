using System.Text.Json.Nodes;
using Bot.Simulator.Store;
using static Bot.Simulator.Api.Tables.CommonColumns;
using static Bot.Simulator.Api.Tables.TableColumn;

namespace Bot.Simulator.Api.Tables;

/// <summary>The columns of the cluster's own kinds and of plain data.</summary>
internal static class ClusterColumns
{
    private const string RolePrefix = "node-role.kubernetes.io/";

    public static IReadOnlyList<TableColumn> Namespace { get; } = [Name, Text("Status", static body => body.Text("status", "phase")), Age];

    public static IReadOnlyList<TableColumn> ConfigMap { get; } = [Name, Number("Data", static body => Count(body, "data") + Count(body, "binaryData")), Age];

    public static IReadOnlyList<TableColumn> Secret { get; } =
        [Name, Text("Type", static body => body.Text("type") ?? "Opaque"), Number("Data", static body => Count(body, "data")), Age];

    public static IReadOnlyList<TableColumn> ServiceAccount { get; } = [Name, Number("Secrets", static body => body.Objects("secrets").Count()), Age];

    public static IReadOnlyList<TableColumn> Webhooks { get; } = [Name, Number("Webhooks", static body => body.Objects("webhooks").Count()), Age];

    public static IReadOnlyList<TableColumn> Lease { get; } = [Name, Text("Holder", static body => body.Text("spec", "holderIdentity") ?? ""), Age];

    public static IReadOnlyList<TableColumn> CreatedAt { get; } = [Name, Text("Created At", static body => body.Text("metadata", "creationTimestamp"))];

    public static IReadOnlyList<TableColumn> ApiService { get; } =
    [
        Name,
        Text("Service", static body => body.Text("spec", "service", "name") is { } name ? $"{body.Text("spec", "service", "namespace")}/{name}" : "Local"),
        Text("Available", Available),
        Age,
    ];

    public static IReadOnlyList<TableColumn> Node { get; } =
    [
        Name,
        Text("Status", NodeStatus),
        Text("Roles", static body => OrNone(body.At("metadata", "labels") is JsonObject labels
            ? Join(labels.Select(static pair => pair.Key).Where(static key => key.StartsWith(RolePrefix, StringComparison.Ordinal)).Select(static key => key[RolePrefix.Length..]))
            : null)),
        Age,
        Text("Version", static body => body.Text("status", "nodeInfo", "kubeletVersion")),
        Text("Internal-IP", static body => Address(body, "InternalIP"), 1),
        Text("External-IP", static body => Address(body, "ExternalIP"), 1),
        Text("OS-Image", static body => body.Text("status", "nodeInfo", "osImage") ?? Ages.Unknown, 1),
        Text("Kernel-Version", static body => body.Text("status", "nodeInfo", "kernelVersion") ?? Ages.Unknown, 1),
        Text("Container-Runtime", static body => body.Text("status", "nodeInfo", "containerRuntimeVersion") ?? Ages.Unknown, 1),
    ];

    public static IReadOnlyList<TableColumn> Event { get; } =
    [
        Timed("Last Seen", LastSeen),
        Text("Type", static body => body.Text("type")),
        Text("Reason", static body => body.Text("reason")),
        Text("Object", static body => $"{body.Text("involvedObject", "kind")?.ToLowerInvariant()}/{body.Text("involvedObject", "name")}"),
        Text("Subobject", static body => body.Text("involvedObject", "fieldPath") ?? "", 1),
        Text("Source", static body => Source(body), 1),
        Text("Message", static body => body.Text("message")?.Trim()),
        Timed("First Seen", static (body, now) => Ages.Since(body.Text("firstTimestamp") ?? body.Text("eventTime"), now), 1),
        Number("Count", static body => body.Number("series", "count") ?? body.Number("count") ?? 1, 1),
        Text("Name", static body => body.Text("metadata", "name"), 1),
    ];

    private static string LastSeen(JsonObject seen, DateTimeOffset now)
    {
        var first = Ages.Since(seen.Text("firstTimestamp") ?? seen.Text("eventTime"), now);
        if (seen.Text("series", "lastObservedTime") is { } series)
        {
            return $"{Ages.Since(series, now)} (x{seen.Number("series", "count")} over {first})";
        }

        var last = seen.Text("lastTimestamp") is { } at ? Ages.Since(at, now) : first;
        return seen.Number("count") is > 1 and var count ? $"{last} (x{count} over {first})" : last;
    }

    private static string Source(JsonObject seen)
    {
        var component = seen.Text("source", "component") is { Length: > 0 } old ? old : seen.Text("reportingComponent") ?? "";
        var host = seen.Text("source", "host") is { Length: > 0 } from ? from : seen.Text("reportingInstance") ?? "";
        return host.Length == 0 ? component : $"{component}, {host}";
    }

    private static string NodeStatus(JsonObject node)
    {
        var ready = node.Objects("status", "conditions").FirstOrDefault(static condition => condition.Text("type") == "Ready").Text("status");
        var status = ready switch
        {
            "True" => "Ready",
            null => "Unknown",
            _ => "NotReady",
        };
        return node.Flag("spec", "unschedulable") ? status + ",SchedulingDisabled" : status;
    }

    private static string Address(JsonObject node, string type) =>
        OrNone(node.Objects("status", "addresses").FirstOrDefault(address => address.Text("type") == type).Text("address"));

    private static string Available(JsonObject service)
    {
        var condition = service.Objects("status", "conditions").FirstOrDefault(static condition => condition.Text("type") == "Available");
        return condition is null ? "Unknown" : condition.Text("status") == "True" ? "True" : $"{condition.Text("status")} ({condition.Text("reason")})";
    }

    private static int Count(JsonObject body, string field) => body.At(field) is JsonObject data ? data.Count : 0;
}
