using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using Bot.Kubernetes.Client.Configuration;
using Bot.Kubernetes.Client.Failures;
using Microsoft.Extensions.Logging;

namespace Bot.Kubernetes.Client.Transport;

/// <summary>One server over HTTP/1.1: builds requests, sends them through the layers, and makes failures values.</summary>
internal sealed class ApiChannel : IDisposable
{
    public const string Json = "application/json";

    private const int KeptOfErrors = 256 * 1024;

    // Never to start with curl, Wget or Mozilla: the server would indent its JSON for them.
    private static readonly string UserAgent =
        $"gitops-bot/{typeof(ApiChannel).Assembly.GetName().Version?.ToString(3)} ({Environment.OSVersion.Platform.ToString().ToLowerInvariant()})";

    private readonly ClusterConnection connection;
    private readonly TimeProvider clock;
    private readonly HttpMessageInvoker sender;
    private readonly bool compress;

    public ApiChannel(ClusterConnection connection, KubernetesClientOptions options, TimeProvider clock, Jitter jitter, ILogger logger)
    {
        this.connection = connection;
        this.clock = clock;
        Options = options;
        compress = options.Compression ?? (!connection.DisableCompression && !connection.Server.IsLoopback);
        sender = new HttpMessageInvoker(
            new RetryHandler(new CredentialHandler(connection, options, clock), options, clock, jitter, logger));
    }

    public KubernetesClientOptions Options { get; }

    public Uri Server => connection.Server;

    public string Address => Server.GetLeftPart(UriPartial.Path).TrimEnd('/');

    /// <summary>Sends and takes the head of the answer. Only cancellation by the caller is thrown.</summary>
    public async Task<ApiResult<ApiAnswer>> SendAsync(ApiRequest request, string accept, CancellationToken cancellationToken, bool doNotWait = false)
    {
        try
        {
            using var message = Describe(request, accept);
            message.Options.Set(RetryHandler.DoNotWait, doNotWait);
            var response = await sender.SendAsync(message, cancellationToken);
            if (response.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices)
            {
                return new ApiAnswer(response, Server, clock);
            }

            using (response)
            {
                return await ReadFailureAsync(response, request, cancellationToken);
            }
        }
        catch (Exception problem) when (TransportFailures.IsKnown(problem))
        {
            cancellationToken.ThrowIfCancellationRequested();
            return TransportFailures.Of(Server, problem, request.ChangesNothing);
        }
    }

    public void Dispose() => sender.Dispose();

    private async Task<ApiResult<ApiAnswer>> ReadFailureAsync(HttpResponseMessage response, ApiRequest request, CancellationToken cancellationToken)
    {
        using var answer = new ApiAnswer(response, Server, clock);
        await using var body = await answer.OpenAsync(Options.SilenceWithin, cancellationToken);
        var bytes = new byte[KeptOfErrors];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        var failure = FailureReader.Read((int)response.StatusCode, bytes.AsMemory(0, length), RetryAfter.Of(response, clock), !request.ChangesNothing);
        return ApiResult<ApiAnswer>.Of(failure with { Address = Address }, answer.Warnings);
    }

    private HttpRequestMessage Describe(ApiRequest request, string accept)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(Address + request.Path))
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        message.Headers.TryAddWithoutValidation("Accept", accept);
        if (compress)
        {
            message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        }

        if (connection.Impersonation is { } other)
        {
            message.Headers.TryAddWithoutValidation("Impersonate-User", other.User);
            message.Headers.TryAddWithoutValidation("Impersonate-Group", other.Groups);
            if (other.Uid is not null)
            {
                message.Headers.TryAddWithoutValidation("Impersonate-Uid", other.Uid);
            }
        }

        if (request.Body.Length > 0)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(request.ContentType);
        }

        return message;
    }
}
