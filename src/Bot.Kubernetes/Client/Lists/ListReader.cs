using System.Text.Json;
using Bot.Kubernetes.Client.Failures;
using Bot.Kubernetes.Client.Transport;

namespace Bot.Kubernetes.Client.Lists;

/// <summary>Reads one list, page by page where asked, never holding more than an item of the body.</summary>
internal sealed class ListReader<T>(ApiChannel channel, TimeProvider clock, ApiResource resource, string? @namespace, IItemReader<T> reader, ListOptions options)
    where T : class
{
    // The page size with which an API server answers whose cache is not built yet.
    private const int GentlePage = 500;
    private const int RestartsAtMost = 3;

    private readonly List<T> items = [];
    private int? pageSize = options.PageSize;
    private bool fromCache = options.FromCache;
    private string continueToken = "";
    private int restarts;

    public async Task<ApiResult<ListResult<T>>> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await ReadPageAsync(cancellationToken);
            if (page.IsSuccess)
            {
                continueToken = page.Value.Continue;
                if (continueToken.Length == 0)
                {
                    return ApiResult<ListResult<T>>.Of(new ListResult<T>(items, page.Value.ResourceVersion), page.Warnings);
                }
            }
            else if (!await CanGoOnAsync(page.Failure, cancellationToken))
            {
                return ApiResult<ListResult<T>>.Of(page.Failure, page.Warnings);
            }
        }
    }

    private async Task<bool> CanGoOnAsync(ApiFailure failure, CancellationToken cancellationToken)
    {
        // Pages of different versions do not fit together: throw away and start over.
        if (failure.Kind == ApiFailureKind.Expired && continueToken.Length > 0 && restarts < RestartsAtMost)
        {
            restarts++;
            continueToken = "";
            items.Clear();
            return true;
        }

        if (pageSize is null && IsNotReady(failure) && failure.RetryAfter <= channel.Options.RetryWithin)
        {
            await Task.Delay(failure.RetryAfter.Value, clock, cancellationToken);
            pageSize = GentlePage;
            fromCache = false;
            return true;
        }

        return false;
    }

    private static bool IsNotReady(ApiFailure failure) => failure.Kind is ApiFailureKind.Throttled or ApiFailureKind.Unavailable && failure.RetryAfter is not null;

    private async Task<ApiResult<IListScanner>> ReadPageAsync(CancellationToken cancellationToken)
    {
        var path = QueryString.Of(
            resource.PathOf(@namespace),
            ("labelSelector", options.LabelSelector),
            ("fieldSelector", options.FieldSelector),
            ("limit", pageSize?.ToString()),
            ("continue", continueToken),
            ("resourceVersion", fromCache ? "0" : null));
        var sent = await channel.SendAsync(ApiRequest.Get(path), Accept(), cancellationToken, doNotWait: pageSize is null);
        if (!sent.IsSuccess)
        {
            return ApiResult<IListScanner>.Of(sent.Failure.With("resource", resource.ToString()), sent.Warnings);
        }

        using var answer = sent.Value;
        return await ReadBodyAsync(answer, cancellationToken);
    }

    private string Accept() =>
        options.MetadataOnly ? MediaTypes.MetadataList
        : reader.CanReadProtobuf ? MediaTypes.ProtobufOrJson
        : ApiChannel.Json;

    private async Task<ApiResult<IListScanner>> ReadBodyAsync(ApiAnswer answer, CancellationToken cancellationToken)
    {
        IListScanner? scanner = answer.MediaType switch
        {
            MediaTypes.Protobuf => new ProtobufListScanner(),
            ApiChannel.Json => new JsonListScanner(),
            _ => null,
        };
        if (scanner is null)
        {
            return AnswerFailures.NotKubernetes(channel.Server, answer.MediaType);
        }

        Action<ReadOnlyMemory<byte>> onItem = scanner is ProtobufListScanner ? AddProtobuf : AddJson;
        try
        {
            await using var body = await answer.OpenAsync(channel.Options.SilenceWithin, cancellationToken);
            await ListBody.ReadAsync(body, scanner, onItem, cancellationToken);
        }
        catch (InvalidDataException problem)
        {
            return AnswerFailures.Cut(channel.Server, problem.Message);
        }
        catch (Exception problem) when (TransportFailures.IsKnown(problem))
        {
            cancellationToken.ThrowIfCancellationRequested();
            return TransportFailures.Of(channel.Server, problem, isRead: true);
        }

        return ApiResult<IListScanner>.Of(scanner, answer.Warnings);
    }

    private void AddJson(ReadOnlyMemory<byte> item)
    {
        using var document = JsonDocument.Parse(item, JsonDepth.Options);
        Add(reader.ReadJson(document.RootElement));
    }

    private void AddProtobuf(ReadOnlyMemory<byte> item) => Add(reader.ReadProtobuf(item));

    private void Add(T? item)
    {
        if (item is not null)
        {
            items.Add(item);
        }
    }
}
