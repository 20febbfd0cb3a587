using System.Text.Json.Nodes;
using Bot.Simulator.Store;
using static Bot.Simulator.Api.Tables.CommonColumns;
using static Bot.Simulator.Api.Tables.TableColumn;

namespace Bot.Simulator.Api.Tables;

/// <summary>The columns of what runs pods.</summary>
internal static class WorkloadColumns
{
    public static IReadOnlyList<TableColumn> Deployment { get; } =
    [
        Name,
        Text("Ready", static body => $"{body.Number("status", "readyReplicas") ?? 0}/{body.Number("spec", "replicas") ?? 0}"),
        Number("Up-to-date", static body => body.Number("status", "updatedReplicas") ?? 0),
        Number("Available", static body => body.Number("status", "availableReplicas") ?? 0),
        Age,
        .. Containers,
        Selector,
    ];

    public static IReadOnlyList<TableColumn> ReplicaSet { get; } =
    [
        Name,
        Number("Desired", static body => body.Number("spec", "replicas") ?? 0),
        Number("Current", static body => body.Number("status", "replicas") ?? 0),
        Number("Ready", static body => body.Number("status", "readyReplicas") ?? 0),
        Age,
        .. Containers,
        Selector,
    ];

    public static IReadOnlyList<TableColumn> StatefulSet { get; } =
    [
        Name,
        Text("Ready", static body => $"{body.Number("status", "readyReplicas") ?? 0}/{body.Number("spec", "replicas") ?? 0}"),
        Age,
        .. Containers,
    ];

    public static IReadOnlyList<TableColumn> DaemonSet { get; } =
    [
        Name,
        Number("Desired", static body => body.Number("status", "desiredNumberScheduled") ?? 0),
        Number("Current", static body => body.Number("status", "currentNumberScheduled") ?? 0),
        Number("Ready", static body => body.Number("status", "numberReady") ?? 0),
        Number("Up-to-date", static body => body.Number("status", "updatedNumberScheduled") ?? 0),
        Number("Available", static body => body.Number("status", "numberAvailable") ?? 0),
        Text("Node Selector", static body => OrNone(body.At("spec", "template", "spec", "nodeSelector") is JsonObject labels ? Join(labels.Select(static pair => $"{pair.Key}={pair.Value}")) : null)),
        Age,
        .. Containers,
        Selector,
    ];

    public static IReadOnlyList<TableColumn> Job { get; } =
    [
        Name,
        Text("Status", JobStatus),
        Text("Completions", static body => body.Number("spec", "completions") is { } wanted ? $"{body.Number("status", "succeeded") ?? 0}/{wanted}" : $"{body.Number("status", "succeeded") ?? 0}/1"),
        Timed("Duration", JobDuration),
        Age,
        .. Containers,
        Selector,
    ];

    public static IReadOnlyList<TableColumn> CronJob { get; } =
    [
        Name,
        Text("Schedule", static body => body.Text("spec", "schedule")),
        Text("Timezone", static body => OrNone(body.Text("spec", "timeZone"))),
        Text("Suspend", static body => body.Flag("spec", "suspend") ? "True" : "False"),
        Number("Active", static body => body.Objects("status", "active").Count()),
        Timed("Last Schedule", static (body, now) => body.Text("status", "lastScheduleTime") is { } last ? Ages.Since(last, now) : None),
        Age,
        .. Containers,
    ];

    public static IReadOnlyList<TableColumn> HorizontalPodAutoscaler { get; } =
    [
        Name,
        Text("Reference", static body => $"{body.Text("spec", "scaleTargetRef", "kind")}/{body.Text("spec", "scaleTargetRef", "name")}"),
        Text("Targets", Targets),
        Text("MinPods", static body => $"{body.Number("spec", "minReplicas") ?? 1}"),
        Number("MaxPods", static body => body.Number("spec", "maxReplicas") ?? 0),
        Number("Replicas", static body => body.Number("status", "currentReplicas") ?? 0),
        Age,
    ];

    public static IReadOnlyList<TableColumn> PodDisruptionBudget { get; } =
    [
        Name,
        Text("Min Available", static body => body.At("spec", "minAvailable")?.ToString() ?? "N/A"),
        Text("Max Unavailable", static body => body.At("spec", "maxUnavailable")?.ToString() ?? "N/A"),
        Number("Allowed Disruptions", static body => body.Number("status", "disruptionsAllowed") ?? 0),
        Age,
    ];

    private static string JobStatus(JsonObject job)
    {
        bool Has(string type) => job.Objects("status", "conditions").Any(condition => condition.Text("type") == type && condition.Text("status") == "True");

        return Has("Complete") ? "Complete" : Has("Failed") ? "Failed" : job.Text("metadata", "deletionTimestamp") is not null ? "Terminating" : Has("Suspended") ? "Suspended" : "Running";
    }

    private static string JobDuration(JsonObject job, DateTimeOffset now)
    {
        if (Ages.Parse(job.Text("status", "startTime")) is not { } start)
        {
            return "";
        }

        return Ages.Short((Ages.Parse(job.Text("status", "completionTime")) ?? now) - start);
    }

    private static string Targets(JsonObject scaler)
    {
        var current = scaler.Objects("status", "currentMetrics").ToList();
        var targets = scaler.Objects("spec", "metrics").Where(static metric => metric.Text("type") == "Resource").Select(metric =>
        {
            var name = metric.Text("resource", "name");
            var now = current.FirstOrDefault(seen => seen.Text("resource", "name") == name).Number("resource", "current", "averageUtilization");
            return $"{name}: {(now is null ? Ages.Unknown : $"{now}%")}/{metric.Number("resource", "target", "averageUtilization")}%";
        }).ToList();
        return targets.Count == 0 ? None : string.Join(", ", targets);
    }
}
