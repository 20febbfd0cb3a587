using System.Text;
using System.Text.Json.Nodes;
using Bot.Simulator.Api.Wire;
using Bot.Simulator.Store;
using Microsoft.AspNetCore.Http;

namespace Bot.Simulator.Api.Pods;

/// <summary>Answers <c>pods/log</c> from what the scenario's containers wrote.</summary>
internal sealed class PodLogs(ObjectStore store, CancellationToken stopping)
{
    public async Task<ApiAnswer?> SendAsync(HttpContext context, string ns, string name)
    {
        var (query, badQuery) = LogQuery.Read(context.Request.Query, store.Clock.GetUtcNow());
        if (query is null)
        {
            return ApiAnswer.Refusal(badQuery!);
        }

        if (store.Get(SimulatedKinds.Pod, ns, name) is not { } pod)
        {
            return ApiAnswer.Refusal(Failures.NotFound(SimulatedKinds.Pod, name));
        }

        var (container, refusal) = Container(pod, query);
        if (container is null)
        {
            return ApiAnswer.Refusal(refusal!);
        }

        var lines = store.Logs.Read(ns, name, container, query.Previous);
        if (lines is null && Missing(pod, container, query.Previous) is { } missing)
        {
            return ApiAnswer.Refusal(missing);
        }

        var shown = (lines ?? []).Where(line => query.Since is null || line.At >= query.Since).ToList();
        if (query.Tail is >= 0 and var tail)
        {
            shown = [.. shown.TakeLast((int)tail)];
        }

        var bytes = Encoding.UTF8.GetBytes(Text(shown, query.Timestamps));
        if (query.LimitBytes is > 0 and var limit && bytes.Length > limit)
        {
            bytes = bytes[..(int)limit];
        }

        if (!query.Follow)
        {
            return new ApiAnswer(200, "text/plain", [bytes]);
        }

        await FollowAsync(context, bytes, lines?.Count ?? 0, new Run(ns, name, container, query.Timestamps));
        return null;
    }

    private async Task FollowAsync(HttpContext context, byte[] first, int seen, Run run)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/plain";
        try
        {
            await context.Response.Body.WriteAsync(first, ending.Token);
            while (true)
            {
                var next = store.Logs.NextLine;
                var lines = store.Logs.Read(run.Namespace, run.Pod, run.Container, previous: false) ?? [];
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Text(lines.Skip(seen), run.Timestamps)), ending.Token);
                await context.Response.Body.FlushAsync(ending.Token);
                seen = lines.Count;
                await next.WaitAsync(ending.Token);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Following ends when the reader hangs up or the server stops.
        }
    }

    private static (string? Container, StatusFailure? Failure) Container(StoredObject pod, LogQuery query)
    {
        var names = pod.Body.Objects("spec", "containers").Concat(pod.Body.Objects("spec", "initContainers")).Select(static entry => entry.Text("name") ?? "").ToList();
        if (query.Container.Length > 0)
        {
            return names.Contains(query.Container, StringComparer.Ordinal)
                ? (query.Container, null)
                : (null, Failures.BadRequest($"container {query.Container} is not valid for pod {pod.Name}"));
        }

        var main = pod.Body.Objects("spec", "containers").Select(static entry => entry.Text("name") ?? "").ToList();
        return names.Count == 1
            ? (names[0], null)
            : (null, Failures.BadRequest($"a container name must be specified for pod {pod.Name}, choose one of: [{string.Join(' ', main)}]{InitNames(names, main)}"));
    }

    private static string InitNames(List<string> names, List<string> main) =>
        names.Count == main.Count ? "" : $" or one of the init containers: [{string.Join(' ', names.Except(main, StringComparer.Ordinal))}]";

    private static StatusFailure? Missing(StoredObject pod, string container, bool previous)
    {
        if (pod.Body.Text("spec", "nodeName") is null)
        {
            return Failures.BadRequest($"pod {pod.Name} does not have a host assigned");
        }

        if (previous)
        {
            return Failures.BadRequest($"previous terminated container \"{container}\" in pod \"{pod.Name}\" not found");
        }

        var waiting = pod.Body.Objects("status", "containerStatuses").FirstOrDefault(status => status.Text("name") == container).Text("state", "waiting", "reason");
        return waiting is null ? null : Failures.BadRequest($"container \"{container}\" in pod \"{pod.Name}\" is waiting to start: {Why(waiting)}");
    }

    private static string Why(string reason) => reason switch
    {
        "ImagePullBackOff" => "trying and failing to pull image",
        "ErrImagePull" => "image can't be pulled",
        _ => reason,
    };

    private static string Text(IEnumerable<LogLine> lines, bool timestamps)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (timestamps)
            {
                text.Append(line.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff")).Append("00Z ");
            }

            text.Append(line.Text).Append('\n');
        }

        return text.ToString();
    }

    private sealed record Run(string Namespace, string Pod, string Container, bool Timestamps);
}
