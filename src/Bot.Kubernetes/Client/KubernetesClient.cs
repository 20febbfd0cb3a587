using System.Text.Json;
using Bot.Kubernetes.Client.Configuration;
using Bot.Kubernetes.Client.Discovery;
using Bot.Kubernetes.Client.Failures;
using Bot.Kubernetes.Client.Lists;
using Bot.Kubernetes.Client.Transport;
using Bot.Kubernetes.Client.Watching;
using Microsoft.Extensions.Logging;

namespace Bot.Kubernetes.Client;

/// <summary>The client for one API server. Thread-safe; keeps its connections until it is disposed.</summary>
public sealed class KubernetesClient : IKubernetesClient, IDisposable
{
    private static readonly ApiResource Pods = new("", "v1", "pods", "Pod", Namespaced: true);

    private readonly ApiChannel channel;
    private readonly TimeProvider clock;
    private readonly Jitter jitter;

    public KubernetesClient(ClusterConnection connection, TimeProvider clock, Random random, ILogger<KubernetesClient> logger, KubernetesClientOptions? options = null)
    {
        this.clock = clock;
        jitter = new Jitter(random);
        channel = new ApiChannel(connection, options ?? KubernetesClientOptions.Default, clock, jitter, logger);
    }

    public string ServerAddress => channel.Address;

    public Task<ApiResult<ListResult<T>>> ListAsync<T>(ApiResource resource, string? @namespace, IItemReader<T> reader, ListOptions options, CancellationToken cancellationToken)
        where T : class
    {
        if (options is { FromCache: true, PageSize: not null })
        {
            throw new ArgumentException("The server ignores a page size together with resourceVersion=0.", nameof(options));
        }

        return new ListReader<T>(channel, clock, resource, @namespace, reader, options).ReadAsync(cancellationToken);
    }

    public IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(ApiResource resource, string? @namespace, string resourceVersion, IItemReader<T> reader, WatchOptions options, CancellationToken cancellationToken)
        where T : class =>
        new Watcher<T>(channel, clock, jitter, resource, @namespace, reader, options).RunAsync(resourceVersion, cancellationToken);

    public Task<ApiResult<JsonElement>> GetAsync(ApiTarget target, CancellationToken cancellationToken) =>
        SendAsync(ApiRequest.Get(target.Path), ApiChannel.Json, target.What, cancellationToken);

    public Task<ApiResult<JsonElement>> GetMetadataAsync(ApiTarget target, CancellationToken cancellationToken) =>
        SendAsync(ApiRequest.Get(target.Path), MediaTypes.Metadata, target.What, cancellationToken);

    public Task<ApiResult<JsonElement>> CreateAsync(ApiResource resource, string? @namespace, JsonElement body, WriteOptions options, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Post, WriteBodies.Path(resource.PathOf(@namespace), options), body, resource.ToString(), cancellationToken);

    public Task<ApiResult<JsonElement>> PostAsync(ApiTarget target, JsonElement body, WriteOptions options, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Post, WriteBodies.Path(target.Path, options), body, target.What, cancellationToken);

    public Task<ApiResult<JsonElement>> ReplaceAsync(ApiTarget target, JsonElement body, WriteOptions options, CancellationToken cancellationToken) =>
        WriteAsync(HttpMethod.Put, WriteBodies.Path(target.Path, options), body, target.What, cancellationToken);

    public Task<ApiResult<JsonElement>> PatchAsync(ApiTarget target, PatchKind kind, JsonElement patch, WriteOptions options, CancellationToken cancellationToken) =>
        SendAsync(
            new ApiRequest(HttpMethod.Patch, WriteBodies.Path(target.Path, options), WriteBodies.Of(patch), WriteBodies.ContentType(kind)),
            ApiChannel.Json,
            target.What,
            cancellationToken);

    public async Task<ApiResult<Deletion>> DeleteAsync(ApiTarget target, DeleteOptions options, CancellationToken cancellationToken)
    {
        var path = QueryString.Of(target.Path, ("dryRun", options.DryRun ? "All" : null));
        var sent = await SendAsync(new ApiRequest(HttpMethod.Delete, path, WriteBodies.Of(options)), ApiChannel.Json, target.What, cancellationToken);

        // A Status says that the object is gone; the object itself says that it is going.
        return sent.Map(answer => new Deletion(DiscoveryJson.Text(answer, "kind") == "Status", answer));
    }

    public async Task<ApiResult<string>> ReadLogAsync(string @namespace, string pod, LogOptions options, CancellationToken cancellationToken)
    {
        var path = QueryString.Of(
            Pods.PathOf(@namespace, pod, "log"),
            ("container", options.Container),
            ("previous", options.Previous ? "true" : null),
            ("tailLines", options.TailLines.ToString()),
            ("limitBytes", options.LimitBytes.ToString()),
            ("timestamps", options.Timestamps ? "true" : null));
        var sent = await channel.SendAsync(ApiRequest.Get(path), "text/plain,application/json,*/*", cancellationToken);
        if (!sent.IsSuccess)
        {
            return ApiResult<string>.Of(sent.Failure.With("resource", "pods/log"), sent.Warnings);
        }

        using var answer = sent.Value;
        return await TextBody.ReadAsync(answer, channel, options.LimitBytes, cancellationToken);
    }

    public Task<ApiResult<JsonElement>> SendAsync(ApiRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, ApiChannel.Json, request.Path, cancellationToken);

    public async Task<ApiResult<ServerVersion>> GetVersionAsync(CancellationToken cancellationToken) =>
        (await SendAsync(ApiRequest.Get("/version"), cancellationToken)).Map(ReviewAnswers.Version);

    public Task<ApiResult<ServedKinds>> DiscoverAsync(CancellationToken cancellationToken) =>
        new Discoverer(channel).DiscoverAsync(cancellationToken);

    public async Task<ApiResult<AccessAnswer>> CanIAsync(AccessQuestion question, CancellationToken cancellationToken) =>
        (await ReviewAsync("authorization.k8s.io/v1", "selfsubjectaccessreviews", WriteBodies.Of(question), cancellationToken)).Map(ReviewAnswers.Access);

    public async Task<ApiResult<AccessRules>> ReadMyRulesAsync(string @namespace, CancellationToken cancellationToken) =>
        (await ReviewAsync("authorization.k8s.io/v1", "selfsubjectrulesreviews", WriteBodies.RulesReview(@namespace), cancellationToken)).Map(ReviewAnswers.Rules);

    public async Task<ApiResult<Identity>> WhoAmIAsync(CancellationToken cancellationToken)
    {
        ApiResult<JsonElement> answer = default;
        foreach (var version in ReviewAnswers.SubjectReviewVersions)
        {
            answer = await ReviewAsync(version, "selfsubjectreviews", WriteBodies.SubjectReview(version), cancellationToken);
            if (answer.Failure?.Kind != ApiFailureKind.KindMissing)
            {
                break;
            }
        }

        return answer.Map(ReviewAnswers.Identity);
    }

    public void Dispose() => channel.Dispose();

    private Task<ApiResult<JsonElement>> ReviewAsync(string groupVersion, string plural, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        SendAsync(new ApiRequest(HttpMethod.Post, $"/apis/{groupVersion}/{plural}", body), cancellationToken);

    private Task<ApiResult<JsonElement>> WriteAsync(HttpMethod method, string path, JsonElement body, string what, CancellationToken cancellationToken) =>
        SendAsync(new ApiRequest(method, path, WriteBodies.Of(body)), ApiChannel.Json, what, cancellationToken);

    private async Task<ApiResult<JsonElement>> SendAsync(ApiRequest request, string accept, string what, CancellationToken cancellationToken)
    {
        var sent = await channel.SendAsync(request, accept, cancellationToken);
        if (!sent.IsSuccess)
        {
            var failure = sent.Failure.With("resource", what);
            return ApiResult<JsonElement>.Of(failure, sent.Warnings);
        }

        using var answer = sent.Value;
        return await JsonBody.ReadAsync(answer, channel, request, cancellationToken);
    }
}
