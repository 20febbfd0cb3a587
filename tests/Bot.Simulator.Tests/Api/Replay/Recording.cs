using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Simulator.Store;
using Bot.Testing;

namespace Bot.Simulator.Tests.Api.Replay;

/// <summary>One recorded exchange, read from its file.</summary>
internal sealed class Recording
{
    private readonly byte[] file;
    private readonly int answerAt;

    private Recording(string name)
    {
        var path = SharedFiles.PathOf("recordings", "kubernetes", name + ".http");
        file = File.ReadAllBytes(path);
        Name = name;
        answerAt = file.AsSpan().IndexOf("\n---\nHTTP/"u8);
        var (head, body) = Split(file.AsSpan(0, answerAt + 1));
        var lines = head.Split('\n');
        var request = lines[1].Split(' ');
        Method = request[0];
        Target = request[1];
        RequestHeaders = Headers(lines[2..]);
        RequestBody = body.ToArray();
        var (answerHead, answerBody) = Split(file.AsSpan(answerAt + 5));
        var answerLines = answerHead.Split('\n');
        Code = int.Parse(answerLines[0].Split(' ')[1]);
        AnswerHeaders = Headers(answerLines[1..]);
        var binary = Path.ChangeExtension(path, ".bin");
        Body = File.Exists(binary) ? Unpacked(File.ReadAllBytes(binary)) : answerBody.ToArray();
    }

    public string Name { get; }

    public string Method { get; }

    public string Target { get; }

    public IReadOnlyList<(string Name, string Value)> RequestHeaders { get; }

    public byte[] RequestBody { get; }

    public int Code { get; }

    public IReadOnlyList<(string Name, string Value)> AnswerHeaders { get; }

    public byte[] Body { get; }

    public DateTimeOffset Date => DateTimeOffset.Parse(Header("Date") ?? "");

    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public JsonObject RequestJson => JsonNode.Parse(RequestBody)!.AsObject();

    public static Recording Read(string name) => new(name);

    public string? Header(string name) =>
        AnswerHeaders.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The objects of a recorded list, each with its own kind.</summary>
    public IReadOnlyList<JsonObject> Items()
    {
        var list = Json;
        return [.. list.Objects("items").Select(item =>
        {
            var copy = (JsonObject)item.DeepClone();
            copy["kind"] ??= list.Text("kind")![..^"List".Length];
            copy["apiVersion"] ??= list.Text("apiVersion");
            return copy;
        })];
    }

    /// <summary>The events of a recorded watch.</summary>
    public IReadOnlyList<JsonObject> Events() =>
        [.. Encoding.UTF8.GetString(Body).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonNode.Parse(line)!.AsObject())];

    private static (string Head, ReadOnlyMemory<byte> Body) Split(ReadOnlySpan<byte> message)
    {
        var at = message.IndexOf("\n\n"u8);
        return at < 0
            ? (Encoding.UTF8.GetString(message).TrimEnd('\n'), ReadOnlyMemory<byte>.Empty)
            : (Encoding.UTF8.GetString(message[..at]), message[(at + 2)..].ToArray() is var body && message[0] == '#' && body.Length > 0 && body[^1] == '\n' ? body.AsMemory(..^1) : message[(at + 2)..].ToArray());
    }

    private static (string Name, string Value)[] Headers(string[] lines) =>
        [.. lines.Where(static line => line.Contains(": ")).Select(static line => (line[..line.IndexOf(": ", StringComparison.Ordinal)], line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]))];

    private static byte[] Unpacked(byte[] bytes)
    {
        if (bytes is not [0x1f, 0x8b, ..])
        {
            return bytes;
        }

        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        gzip.CopyTo(whole);
        return whole.ToArray();
    }
}
