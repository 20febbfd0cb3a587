using System.Text.Json;

namespace Bot.Kubernetes.Client;

/// <summary>A request as a plan writes it down: the path with its query, and the exact body.</summary>
public sealed record ApiRequest(HttpMethod Method, string Path, ReadOnlyMemory<byte> Body = default, string ContentType = "application/json")
{
    /// <summary>Reads and previews: whatever became of them, nothing is different now.</summary>
    public bool ChangesNothing => Method == HttpMethod.Get || Method == HttpMethod.Head || Path.Contains("dryRun=All", StringComparison.Ordinal);

    public static ApiRequest Get(string path) => new(HttpMethod.Get, path);

    public static ApiRequest Post(string path, JsonElement body) => new(HttpMethod.Post, path, WriteBodies.Of(body));
}
