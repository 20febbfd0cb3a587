using System.IO.Compression;

namespace Bot.Kubernetes.Client.Transport;

/// <summary>The head of a successful answer; its body is opened as a stream.</summary>
internal sealed class ApiAnswer(HttpResponseMessage response, Uri server, TimeProvider clock) : IDisposable
{
    public string MediaType => response.Content.Headers.ContentType?.MediaType ?? "";

    /// <summary>A parameter of the content type, such as <c>as</c>.</summary>
    public string MediaParameter(string name) =>
        response.Content.Headers.ContentType?.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Value ?? "";

    public IReadOnlyList<string> Warnings { get; } = WarningHeader.Of(response);

    public async Task<Stream> OpenAsync(TimeSpan silence, CancellationToken cancellationToken)
    {
        var body = new SilenceGuard(await response.Content.ReadAsStreamAsync(cancellationToken), server, silence, clock);
        return response.Content.Headers.ContentEncoding.Contains("gzip") ? new GZipStream(body, CompressionMode.Decompress) : body;
    }

    public void Dispose() => response.Dispose();
}
