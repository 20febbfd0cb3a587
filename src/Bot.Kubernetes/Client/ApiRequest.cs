using System.Text.Json;

namespace Bot.Kubernetes.Client;

/// <summary>A request as a plan writes it down: the path with its query, and the exact body.</summary>
public sealed record ApiRequest(HttpMethod Method, string Path, ReadOnlyMemory<byte> Body = default, string ContentType = "application/json")
{
    /// <summary>Reads change nothing and may be asked again.</summary>
    public bool IsRead => Method == HttpMethod.Get || Method == HttpMethod.Head;

    public static ApiRequest Get(string path) => new(HttpMethod.Get, path);

    public static ApiRequest Post(string path, JsonElement body) => new(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body));
}
