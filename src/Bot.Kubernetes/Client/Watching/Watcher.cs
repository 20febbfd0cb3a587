using System.Runtime.CompilerServices;
using System.Text.Json;
using Bot.Kubernetes.Client.Failures;
using Bot.Kubernetes.Client.Transport;

namespace Bot.Kubernetes.Client.Watching;

/// <summary>Watches one kind from a version on, request after request, until it must be listed again or cannot be watched.</summary>
internal sealed class Watcher<T>(ApiChannel channel, TimeProvider clock, Jitter jitter, ApiResource resource, string? @namespace, IItemReader<T> reader, WatchOptions options)
    where T : class
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly WatchPause pause = new(channel.Options.WatchPause, channel.Options.WatchPauseAtMost, jitter);
    private string version = "";
    private int serverErrors;

    public async IAsyncEnumerable<WatchEvent<T>> RunAsync(string resourceVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        version = resourceVersion;
        while (true)
        {
            var timeout = jitter.Spread(options.Timeout, 1);
            var started = clock.GetTimestamp();
            var seen = 0;
            ApiFailure? failure;
            var opened = await OpenAsync(timeout, cancellationToken);
            if (opened.IsSuccess)
            {
                await using var stream = opened.Value;
                WatchRead read;
                while (true)
                {
                    read = await stream.ReadAsync(cancellationToken);
                    if (read.Document is null)
                    {
                        failure = read.Failure;
                        break;
                    }

                    using var document = read.Document;
                    if (ErrorOf(document.RootElement, channel.Address) is { } error)
                    {
                        failure = error;
                        break;
                    }

                    seen++;
                    serverErrors = 0;
                    pause.Reset();
                    if (Understand(document.RootElement) is { } change)
                    {
                        yield return change;
                    }
                }
            }
            else
            {
                failure = opened.Failure;
            }

            var lived = clock.GetElapsedTime(started);
            if (failure is null && seen > 0)
            {
                continue;
            }

            var end = Judge(failure, lived, timeout);
            if (end.Kind != WatchEventKind.Interrupted)
            {
                await Task.Delay(PauseAfter(end), clock, cancellationToken);
                yield return end;
                yield break;
            }

            yield return end;
            await Task.Delay(PauseAfter(end), clock, cancellationToken);
        }
    }

    private async Task<ApiResult<WatchStream>> OpenAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        var path = QueryString.Of(
            resource.PathOf(@namespace),
            ("watch", "true"),
            ("allowWatchBookmarks", "true"),
            ("resourceVersion", version),
            ("timeoutSeconds", ((int)timeout.TotalSeconds).ToString()),
            ("labelSelector", options.LabelSelector),
            ("fieldSelector", options.FieldSelector));
        var accept = options.MetadataOnly ? MediaTypes.Metadata : ApiChannel.Json;
        var sent = await channel.SendAsync(ApiRequest.Get(path), accept, cancellationToken);
        if (!sent.IsSuccess)
        {
            return sent.Failure.With("resource", resource.ToString());
        }

        return new WatchStream(sent.Value, await sent.Value.OpenAsync(timeout + Grace, cancellationToken), channel.Server);
    }

    private WatchEvent<T> Judge(ApiFailure? failure, TimeSpan lived, TimeSpan timeout)
    {
        // Not even a bookmark in all that time: the version may lie in the future (etcd restored from a backup).
        if (lived + TimeSpan.FromSeconds(1) >= timeout && failure is null or { Kind: ApiFailureKind.Timeout })
        {
            return new WatchEvent<T>(WatchEventKind.RelistNeeded, Failure: failure);
        }

        failure ??= new ApiFailure(ApiFailureKind.ConnectionLost, "The watch ended before its time and brought nothing.") { Address = channel.Address };
        serverErrors += failure.Kind == ApiFailureKind.ServerError ? 1 : 0;
        return new WatchEvent<T>(WatchVerdict.Of(failure, serverErrors), ResourceVersion: version, Failure: failure);
    }

    private TimeSpan PauseAfter(WatchEvent<T> end)
    {
        switch (end.Kind)
        {
            case WatchEventKind.Failed:
                return TimeSpan.Zero;
            case WatchEventKind.RelistNeeded:
                return jitter.Spread(channel.Options.WatchPause, 1) - channel.Options.WatchPause;
            default:
                var next = pause.Next();
                return end.Failure?.RetryAfter is { } asked && asked > next ? asked : next;
        }
    }

    private static ApiFailure? ErrorOf(JsonElement change, string address)
    {
        if (!change.TryGetProperty("type", out var type) || !type.ValueEquals("ERROR"u8))
        {
            return null;
        }

        var status = change.TryGetProperty("object", out var body) ? StatusReader.FromJson(body) : null;
        return status is null
            ? new ApiFailure(ApiFailureKind.Malformed, "The server ended the watch with an error that is no Status.") { Address = address }
            : FailureReader.Of(status.Code, status, retryAfter: null) with { Address = address };
    }

    private WatchEvent<T>? Understand(JsonElement change)
    {
        if (!change.TryGetProperty("object", out var item) || !item.TryGetProperty("metadata", out var metadata))
        {
            return null;
        }

        version = Text(metadata, "resourceVersion");
        WatchEventKind? kind = change.GetProperty("type").GetString() switch
        {
            "ADDED" => WatchEventKind.Added,
            "MODIFIED" => WatchEventKind.Modified,
            "DELETED" => WatchEventKind.Deleted,
            "BOOKMARK" => WatchEventKind.Bookmark,
            _ => null,
        };
        return kind is null ? null : new WatchEvent<T>(
            kind.Value,
            kind == WatchEventKind.Bookmark ? null : reader.ReadJson(item),
            Text(metadata, "namespace"),
            Text(metadata, "name"),
            Text(metadata, "uid"),
            version);
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
