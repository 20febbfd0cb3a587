using System.Text.Json;
using Bot.Kubernetes.Client;
using Bot.Testing;

namespace Bot.Kubernetes.Tests.Client.Replay;

/// <summary>Our client against a server that plays recorded exchanges, each for the path and method it was recorded with.</summary>
internal sealed class Replayed : IAsyncDisposable
{
    private readonly List<Recording> played = [];
    private readonly IReadOnlyList<Recording> recordings;

    public Replayed(params int[] numbers)
    {
        recordings = [.. numbers.Select(Recording.Load)];
        Server = new LoopbackServer(AnswerAsync);
        Client = The.Client(Server, Clock, new KubernetesClientOptions { RetryWithin = TimeSpan.Zero, WatchPause = TimeSpan.Zero });
    }

    public ManualClock Clock { get; } = new();

    public LoopbackServer Server { get; }

    public KubernetesClient Client { get; }

    public Recording Recording => recordings[0];

    public SeenRequest Sent => Server.Requests.First();

    public string? Namespace => Array.IndexOf(Segments, "namespaces") is var at and >= 0 && Segments.Length > at + 2 ? Segments[at + 1] : null;

    private string[] Segments => Recording.Request.Path.Trim('/').Split('/');

    /// <summary>The object of the recorded path.</summary>
    public ApiTarget Target
    {
        get
        {
            var (group, version, rest) = Split();
            return rest switch
            {
                ["namespaces", var space, "finalize"] => new ApiTarget(Kind(group, version, "namespaces", false), null, space, "finalize"),
                ["namespaces", var space, var plural, var name, .. var sub] => new ApiTarget(Kind(group, version, plural, true), space, name, sub.FirstOrDefault()),
                [var plural, var name] => new ApiTarget(Kind(group, version, plural, false), null, name),
                _ => throw new InvalidOperationException($"{Recording.Request.Path} is no object."),
            };
        }
    }

    /// <summary>The kind of the recorded collection.</summary>
    public ApiResource Resource
    {
        get
        {
            var (group, version, rest) = Split();
            return rest is ["namespaces", _, var plural] ? Kind(group, version, plural, true) : Kind(group, version, rest[0], rest[0] is not ("nodes" or "namespaces"));
        }
    }

    public Task<ApiResult<JsonElement>> SendAsync() => Client.SendAsync(
        new ApiRequest(new HttpMethod(Recording.Request.Method), Recording.Request.Target, Recording.Request.Body, (Recording.Request.Header("Content-Type") ?? "application/json").Split(';')[0]),
        The.Patience);

    public Task<ApiResult<ListResult<Item>>> ListAsync(ListOptions? options = null, bool protobuf = false) =>
        Client.ListAsync(Resource, Namespace, protobuf ? Item.Protobuf : Item.Json, options ?? ListOptions.Default, The.Patience);

    public Task<ApiResult<JsonElement>> GetAsync() => Client.GetAsync(Target, The.Patience);

    public Task<ApiResult<JsonElement>> PatchAsync(WriteOptions? options = null) => Client.PatchAsync(
        Target,
        Recording.Request.Header("Content-Type") switch
        {
            "application/json-patch+json" => PatchKind.Json,
            "application/merge-patch+json" => PatchKind.Merge,
            _ => PatchKind.Strategic,
        },
        Body,
        options ?? WriteOptions.Default,
        The.Patience);

    public Task<ApiResult<JsonElement>> ReplaceAsync() => Client.ReplaceAsync(Target, Body, WriteOptions.Default, The.Patience);

    public Task<ApiResult<JsonElement>> CreateAsync(WriteOptions? options = null) => Client.CreateAsync(Resource, Namespace, Body, options ?? WriteOptions.Default, The.Patience);

    public Task<ApiResult<JsonElement>> PostAsync() => Client.PostAsync(Target, Body, WriteOptions.Default, The.Patience);

    public Task<ApiResult<Deletion>> DeleteAsync(DeleteOptions? options = null) => Client.DeleteAsync(Target, options ?? new DeleteOptions(), The.Patience);

    public Task<ApiResult<string>> ReadLogAsync(LogOptions? options = null) => Client.ReadLogAsync(Target.Namespace!, Target.Name, options ?? new LogOptions(), The.Patience);

    /// <summary>Watches from "1" until the recording has been played and the client has asked again, or the watch ended.</summary>
    public async Task<List<WatchEvent<Item>>> WatchAsync(WatchOptions? options = null)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(The.Patience);
        AfterAll = enough.Cancel;
        var events = new List<WatchEvent<Item>>();
        try
        {
            await foreach (var change in Client.WatchAsync(Resource, Namespace, "1", Item.Json, options ?? WatchOptions.Default, enough.Token))
            {
                events.Add(change);
                if (change.Kind == WatchEventKind.Interrupted)
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
        }

        return events;
    }

    private Action AfterAll { get; set; } = () => { };

    private JsonElement Body => JsonElement.Parse(Recording.Request.Body);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }

    private async Task AnswerAsync(SeenRequest request, AnswerWriter writer)
    {
        var next = recordings.Except(played).FirstOrDefault(recording => recording.Request.Method == request.Method && Uri.UnescapeDataString(recording.Request.Path) == Uri.UnescapeDataString(request.Path));
        if (next is null)
        {
            if (request.Query.Contains("continue=", StringComparison.Ordinal))
            {
                await writer.JsonAsync(200, """{"metadata":{"resourceVersion":"last page"},"items":[]}""");
                return;
            }

            if (!request.Query.Contains("watch=", StringComparison.Ordinal))
            {
                await writer.TextAsync(503, "not recorded");
                return;
            }

            AfterAll();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, The.Patience);
            return;
        }

        played.Add(next);
        await next.WriteAsync(writer);
    }

    private static ApiResource Kind(string group, string version, string plural, bool namespaced) => new(group, version, plural, "", namespaced);

    private (string Group, string Version, string[] Parts) Split() =>
        Segments is ["api", var core, .. var inCore] ? ("", core, inCore)
        : Segments is ["apis", var group, var version, .. var inGroup] ? (group, version, inGroup)
        : throw new InvalidOperationException($"{Recording.Request.Path} is no resource.");
}
