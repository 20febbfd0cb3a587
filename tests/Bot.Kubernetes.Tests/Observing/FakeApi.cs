using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Bot.Kubernetes.Client;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Tests.Observing;

/// <summary>An API server as the observer sees it: lists are scripted, watches are fed by the test. What is not scripted is not installed.</summary>
internal sealed class FakeApi : IKubernetesClient
{
    private readonly ConcurrentDictionary<string, Func<ApiResult<string[]>>> lists = [];
    private readonly ConcurrentDictionary<string, Channel<Func<IItemReader<object>, object?>>> watches = [];
    private readonly ConcurrentDictionary<string, ApiResult<JsonElement>> objects = [];
    private readonly ConcurrentDictionary<string, Func<LogOptions, ApiResult<string>>> logs = [];
    private int version = 100;

    public ConcurrentQueue<string> Calls { get; } = [];

    public string ServerAddress => "https://fake";

    public FakeApi Lists(string place, params string[] items) => Lists(place, () => items);

    public FakeApi Lists(string place, Func<ApiResult<string[]>> answer)
    {
        lists[place] = answer;
        return this;
    }

    public FakeApi Refuses(string place, ApiFailureKind kind, string message = "no", MissingRight? right = null) =>
        Lists(place, () => new ApiFailure(kind, message) { MissingRight = right });

    public FakeApi Has(string path, string json)
    {
        objects[path] = JsonDocument.Parse(json).RootElement;
        return this;
    }

    public FakeApi RefusesObject(string path, ApiFailureKind kind)
    {
        objects[path] = new ApiFailure(kind, "refused");
        return this;
    }

    public FakeApi Logs(string pod, Func<LogOptions, ApiResult<string>> answer)
    {
        logs[pod] = answer;
        return this;
    }

    /// <summary>Feeds an event with an object into the watch of a place.</summary>
    public void Send(string place, WatchEventKind kind, string json) => WatchOf(place).Writer.TryWrite(reader =>
    {
        using var document = JsonDocument.Parse(json);
        var metadata = document.RootElement.GetProperty("metadata");
        return new WatchEvent<object>(kind, reader.ReadJson(document.RootElement), Text(metadata, "namespace"), Text(metadata, "name"), Text(metadata, "uid"), $"{++version}");
    });

    public void Send(string place, WatchEventKind kind, ApiFailure? failure = null) =>
        WatchOf(place).Writer.TryWrite(_ => new WatchEvent<object>(kind, ResourceVersion: $"{++version}", Failure: failure));

    /// <summary>Completes when the watch of a place has taken in everything that was sent before.</summary>
    public Task TakenAsync(string place)
    {
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        WatchOf(place).Writer.TryWrite(_ =>
        {
            taken.SetResult();
            return null;
        });
        return taken.Task;
    }

    public Task<ApiResult<ListResult<T>>> ListAsync<T>(ApiResource resource, string? @namespace, IItemReader<T> reader, ListOptions options, CancellationToken cancellationToken)
        where T : class
    {
        var place = Place(resource, @namespace);
        Calls.Enqueue($"list {place}{(options.FromCache ? " cached" : "")}{(options.MetadataOnly ? " metadata" : "")}");
        var answer = lists.TryGetValue(place, out var list) ? list() : new ApiFailure(ApiFailureKind.KindMissing, "404 page not found");
        return Task.FromResult(answer.Map(items => new ListResult<T>([.. items.Select(item => Read(reader, item))], $"{version}")));
    }

    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(ApiResource resource, string? @namespace, string resourceVersion, IItemReader<T> reader, WatchOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var place = Place(resource, @namespace);
        Calls.Enqueue($"watch {place}");
        await foreach (var make in WatchOf(place).Reader.ReadAllAsync(cancellationToken))
        {
            if (make((IItemReader<object>)reader) is not WatchEvent<object> change)
            {
                continue;
            }

            yield return new WatchEvent<T>(change.Kind, (T?)change.Item, change.Namespace, change.Name, change.Uid, change.ResourceVersion, change.Failure);
        }
    }

    public Task<ApiResult<JsonElement>> GetMetadataAsync(ApiTarget target, CancellationToken cancellationToken)
    {
        Calls.Enqueue($"metadata {target}");
        return Task.FromResult(objects.TryGetValue(target.ToString(), out var found) ? found : new ApiFailure(ApiFailureKind.NotFound, "not found"));
    }

    public Task<ApiResult<string>> ReadLogAsync(string @namespace, string pod, LogOptions options, CancellationToken cancellationToken)
    {
        Calls.Enqueue($"log {@namespace}/{pod}/{options.Container}{(options.Previous ? " previous" : "")}");
        return Task.FromResult(logs.TryGetValue(pod, out var log) ? log(options) : new ApiFailure(ApiFailureKind.NotFound, "not found"));
    }

    public Task<ApiResult<JsonElement>> GetAsync(ApiTarget target, CancellationToken cancellationToken) => throw Unexpected();

    public Task<ApiResult<JsonElement>> CreateAsync(ApiResource resource, string? @namespace, JsonElement body, WriteOptions options, CancellationToken cancellationToken) => throw Unexpected();

    public Task<ApiResult<JsonElement>> PostAsync(ApiTarget target, JsonElement body, WriteOptions options, CancellationToken cancellationToken) => throw Unexpected();

    public Task<ApiResult<JsonElement>> ReplaceAsync(ApiTarget target, JsonElement body, WriteOptions options, CancellationToken cancellationToken) => throw Unexpected();

    public Task<ApiResult<JsonElement>> PatchAsync(ApiTarget target, PatchKind kind, JsonElement patch, WriteOptions options, CancellationToken cancellationToken) => throw Unexpected();

    public Task<ApiResult<Deletion>> DeleteAsync(ApiTarget target, DeleteOptions options, CancellationToken cancellationToken) => throw Unexpected();

    public Task<ApiResult<JsonElement>> SendAsync(ApiRequest request, CancellationToken cancellationToken) => throw Unexpected();

    public Task<ApiResult<ServerVersion>> GetVersionAsync(CancellationToken cancellationToken) => throw Unexpected();

    public Task<ApiResult<ServedKinds>> DiscoverAsync(CancellationToken cancellationToken) => throw Unexpected();

    public Task<ApiResult<AccessAnswer>> CanIAsync(AccessQuestion question, CancellationToken cancellationToken) => throw Unexpected();

    public Task<ApiResult<AccessRules>> ReadMyRulesAsync(string @namespace, CancellationToken cancellationToken) => throw Unexpected();

    public Task<ApiResult<Identity>> WhoAmIAsync(CancellationToken cancellationToken) => throw Unexpected();

    private static InvalidOperationException Unexpected() => new("An observer only reads.");

    private static T Read<T>(IItemReader<T> reader, string json)
        where T : class
    {
        using var document = JsonDocument.Parse(json);
        return reader.ReadJson(document.RootElement)!;
    }

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString()! : "";

    private static string Place(ApiResource resource, string? @namespace) =>
        $"{resource.Plural}.{resource.Version}{(@namespace is null ? "" : $" in {@namespace}")}";

    private Channel<Func<IItemReader<object>, object?>> WatchOf(string place) =>
        watches.GetOrAdd(place, _ => Channel.CreateUnbounded<Func<IItemReader<object>, object?>>());
}
