using System.Text.Json.Nodes;
using Bot.Simulator.Store;
using static Bot.Simulator.Api.Tables.CommonColumns;
using static Bot.Simulator.Api.Tables.TableColumn;

namespace Bot.Simulator.Api.Tables;

/// <summary>The columns of a pod; its status is put together from its containers, as kubectl's printer does.</summary>
internal static class PodColumns
{
    public static IReadOnlyList<TableColumn> All { get; } =
    [
        Name,
        Text("Ready", Ready),
        Text("Status", Status),
        Timed("Restarts", Restarts),
        Age,
        Text("IP", static body => OrNone(body.Text("status", "podIP")), 1),
        Text("Node", static body => OrNone(body.Text("spec", "nodeName")), 1),
        Text("Nominated Node", static body => OrNone(body.Text("status", "nominatedNodeName")), 1),
        Text("Readiness Gates", Gates, 1),
    ];

    private static string Ready(JsonObject pod)
    {
        var statuses = pod.Objects("status", "containerStatuses").ToList();
        var ready = statuses.Count(static status => status.Flag("ready") && status.At("state", "running") is not null);
        return $"{ready}/{pod.Objects("spec", "containers").Count()}";
    }

    private static string Status(JsonObject pod)
    {
        var reason = pod.Text("status", "reason") is { Length: > 0 } given ? given : pod.Text("status", "phase") ?? "Unknown";
        if (Initializing(pod) is { } initializing)
        {
            reason = initializing;
        }
        else
        {
            foreach (var status in pod.Objects("status", "containerStatuses").Reverse())
            {
                reason = OfContainer(status) ?? reason;
            }
        }

        return pod.Text("metadata", "deletionTimestamp") is null ? reason : pod.Text("status", "reason") == "NodeLost" ? "Unknown" : "Terminating";
    }

    private static string? OfContainer(JsonObject status)
    {
        if (status.Text("state", "waiting", "reason") is { Length: > 0 } waiting)
        {
            return waiting;
        }

        if (status.At("state", "terminated") is not { } ended)
        {
            return null;
        }

        return ended.Text("reason") is { Length: > 0 } reason ? reason
            : ended.Number("signal") is > 0 and var signal ? $"Signal:{signal}"
            : $"ExitCode:{ended.Number("exitCode") ?? 0}";
    }

    private static string? Initializing(JsonObject pod)
    {
        var total = pod.Objects("spec", "initContainers").Count();
        var index = 0;
        foreach (var status in pod.Objects("status", "initContainerStatuses"))
        {
            if (status.At("state", "terminated") is { } ended)
            {
                if (ended.Number("exitCode") is not (null or 0))
                {
                    return "Init:" + OfContainer(status);
                }
            }
            else if (status.Text("state", "waiting", "reason") is { Length: > 0 } waiting && waiting != "PodInitializing")
            {
                return "Init:" + waiting;
            }
            else if (!status.Flag("started") && !status.Flag("ready"))
            {
                return $"Init:{index}/{total}";
            }

            index++;
        }

        return null;
    }

    private static string Restarts(JsonObject pod, DateTimeOffset now)
    {
        long count = 0;
        DateTimeOffset? last = null;
        foreach (var status in pod.Objects("status", "containerStatuses"))
        {
            count += status.Number("restartCount") ?? 0;
            var ended = Ages.Parse(status.Text("lastState", "terminated", "finishedAt"));
            last = ended > last || last is null ? ended ?? last : last;
        }

        return count > 0 && last is not null ? $"{count} ({Ages.Short(now - last.Value)} ago)" : $"{count}";
    }

    private static string Gates(JsonObject pod)
    {
        var gates = pod.Objects("spec", "readinessGates").Select(static gate => gate.Text("conditionType")).ToList();
        if (gates.Count == 0)
        {
            return None;
        }

        var met = gates.Count(gate => pod.Objects("status", "conditions").Any(condition => condition.Text("type") == gate && condition.Text("status") == "True"));
        return $"{met}/{gates.Count}";
    }
}
