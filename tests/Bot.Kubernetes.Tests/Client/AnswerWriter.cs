using System.Text;

namespace Bot.Kubernetes.Tests.Client;

/// <summary>Writes an answer byte for byte, so that tests decide about chunks, cuts and odd headers.</summary>
internal sealed class AnswerWriter(Stream stream)
{
    public bool Closes { get; private set; }

    public Task JsonAsync(int status, string json, params string[] headers) => BodyAsync(status, "application/json", Encoding.UTF8.GetBytes(json), headers);

    public Task TextAsync(int status, string text, params string[] headers) => BodyAsync(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text), headers);

    public async Task BodyAsync(int status, string contentType, byte[] body, params string[] headers)
    {
        await RawAsync(Head(status, [$"Content-Type: {contentType}", $"Content-Length: {body.Length}", .. headers]));
        await RawAsync(body);
    }

    public Task StartAsync(int status = 200, string contentType = "application/json", params string[] headers) =>
        RawAsync(Head(status, [$"Content-Type: {contentType}", "Transfer-Encoding: chunked", .. headers]));

    public Task ChunkAsync(string text) => ChunkAsync(Encoding.UTF8.GetBytes(text));

    public Task ChunkAsync(ReadOnlyMemory<byte> bytes) =>
        bytes.Length == 0 ? Task.CompletedTask : RawAsync([.. Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), .. bytes.Span, 13, 10]);

    public Task EndAsync() => RawAsync("0\r\n\r\n"u8.ToArray());

    /// <summary>Closes the connection after this answer, whole or not.</summary>
    public void Close() => Closes = true;

    public async Task RawAsync(byte[] bytes)
    {
        await stream.WriteAsync(bytes);
        await stream.FlushAsync();
    }

    private static byte[] Head(int status, IEnumerable<string> headers) =>
        Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Status\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n");
}
