using System.Text;
using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Wire;

/// <summary>A finished answer: a code, a body in parts, and headers beyond the usual ones.</summary>
internal sealed record ApiAnswer(int Code, string ContentType, IReadOnlyList<ReadOnlyMemory<byte>> Parts)
{
    public const string JsonType = "application/json";
    public const string TextType = "text/plain; charset=utf-8";
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static ApiAnswer Json(int code, JsonNode body) => Raw(code, WireJson.Bytes(body));

    public static ApiAnswer Raw(int code, params IReadOnlyList<ReadOnlyMemory<byte>> parts) => new(code, JsonType, [.. parts, NewLine]);

    public static ApiAnswer Text(int code, string text) => new(code, TextType, [Encoding.UTF8.GetBytes(text)])
    {
        Headers = [("X-Content-Type-Options", "nosniff")],
    };

    public static ApiAnswer PageNotFound() => Text(404, "404 page not found\n");

    public static ApiAnswer Refusal(StatusFailure failure)
    {
        var answer = Json(failure.Code, failure.ToJson());
        return failure.Details is { RetryAfterSeconds: > 0 } details ? answer with { Headers = [("Retry-After", $"{details.RetryAfterSeconds}")] } : answer;
    }

    public ApiAnswer With(string header, string value) => this with { Headers = [.. Headers, (header, value)] };
}
