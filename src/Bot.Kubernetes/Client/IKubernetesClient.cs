using System.Text.Json;

namespace Bot.Kubernetes.Client;

/// <summary>
/// What the bot asks of a Kubernetes API server. Refusals, absent kinds and lost connections are values of the result;
/// only cancellation by the caller is thrown.
/// </summary>
public interface IKubernetesClient
{
    /// <summary>The address that is spoken to, for messages.</summary>
    string ServerAddress { get; }

    /// <summary>Lists a kind in one namespace, or (null) in all, item by item from the stream.</summary>
    Task<ApiResult<ListResult<T>>> ListAsync<T>(ApiResource resource, string? @namespace, IItemReader<T> reader, ListOptions options, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Watches from the version of a list. Resumes by itself; ends after <see cref="WatchEventKind.RelistNeeded"/> or <see cref="WatchEventKind.Failed"/>.</summary>
    IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(ApiResource resource, string? @namespace, string resourceVersion, IItemReader<T> reader, WatchOptions options, CancellationToken cancellationToken)
        where T : class;

    Task<ApiResult<JsonElement>> GetAsync(ApiTarget target, CancellationToken cancellationToken);

    /// <summary>One object as metadata only: the way in which Secrets are asked for.</summary>
    Task<ApiResult<JsonElement>> GetMetadataAsync(ApiTarget target, CancellationToken cancellationToken);

    Task<ApiResult<JsonElement>> CreateAsync(ApiResource resource, string? @namespace, JsonElement body, WriteOptions options, CancellationToken cancellationToken);

    /// <summary>POST on a subresource such as <c>eviction</c>.</summary>
    Task<ApiResult<JsonElement>> PostAsync(ApiTarget target, JsonElement body, WriteOptions options, CancellationToken cancellationToken);

    /// <summary>PUT of the whole object or of a subresource; the body carries the resourceVersion that was read.</summary>
    Task<ApiResult<JsonElement>> ReplaceAsync(ApiTarget target, JsonElement body, WriteOptions options, CancellationToken cancellationToken);

    Task<ApiResult<JsonElement>> PatchAsync(ApiTarget target, PatchKind kind, JsonElement patch, WriteOptions options, CancellationToken cancellationToken);

    Task<ApiResult<Deletion>> DeleteAsync(ApiTarget target, DeleteOptions options, CancellationToken cancellationToken);

    /// <summary>The log of a container as text.</summary>
    Task<ApiResult<string>> ReadLogAsync(string @namespace, string pod, LogOptions options, CancellationToken cancellationToken);

    /// <summary>Sends a request as it is written down, nothing added.</summary>
    Task<ApiResult<JsonElement>> SendAsync(ApiRequest request, CancellationToken cancellationToken);

    Task<ApiResult<ServerVersion>> GetVersionAsync(CancellationToken cancellationToken);

    Task<ApiResult<ServedKinds>> DiscoverAsync(CancellationToken cancellationToken);

    Task<ApiResult<AccessAnswer>> CanIAsync(AccessQuestion question, CancellationToken cancellationToken);

    Task<ApiResult<AccessRules>> ReadMyRulesAsync(string @namespace, CancellationToken cancellationToken);

    Task<ApiResult<Identity>> WhoAmIAsync(CancellationToken cancellationToken);
}
