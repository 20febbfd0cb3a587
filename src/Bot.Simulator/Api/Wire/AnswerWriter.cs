using System.IO.Compression;
using Bot.Simulator.Api.Access;
using Bot.Simulator.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Bot.Simulator.Api.Wire;

/// <summary>Sends answers with the headers that every answer of an API server bears.</summary>
internal sealed class AnswerWriter(ObjectIdentities identities)
{
    private const int GzipFrom = 128 * 1024;
    private static readonly string[] PrettyAgents = ["curl", "Wget", "Mozilla/5.0"];

    /// <summary>The headers that come before anything is known of the answer. Logs run long and are not counted by priority and fairness.</summary>
    public void Prepare(HttpContext context, ApiUser? user)
    {
        var headers = context.Response.Headers;
        headers["Audit-Id"] = identities.Uid();
        headers.CacheControl = "no-cache, private";
        if (user is null || context.Request.Path.Value?.EndsWith("/log", StringComparison.Ordinal) == true)
        {
            return;
        }

        var exempt = user.Groups.Contains("system:masters", StringComparer.Ordinal);
        headers["X-Kubernetes-Pf-Flowschema-Uid"] = exempt ? "18fba684-ed2a-4b73-a59e-b2014515264a" : "2b672c85-f293-4596-a8a8-dbc3a248dcab";
        headers["X-Kubernetes-Pf-Prioritylevel-Uid"] = exempt ? "a59c5824-e967-4a4c-82bc-6e30995b07bc" : "d9f44921-c300-43e0-960e-239c1fa78ee6";
    }

    public static async Task SendAsync(HttpContext context, ApiAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Code;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = name == "Warning" ? StringValues.Concat(response.Headers[name], value) : value;
        }

        if (answer.Code == 304)
        {
            return;
        }

        response.ContentType = answer.ContentType;
        var parts = answer.ContentType.StartsWith(ApiAnswer.JsonType, StringComparison.Ordinal) && WantsPretty(context.Request) ? Pretty(answer.Parts) : answer.Parts;
        var length = parts.Sum(static part => (long)part.Length);
        if (length > GzipFrom && context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal))
        {
            response.Headers.ContentEncoding = "gzip";
            response.Headers.Vary = "Accept-Encoding";
            await using var gzip = new GZipStream(response.Body, CompressionLevel.Fastest, leaveOpen: true);
            await CopyAsync(parts, gzip, context.RequestAborted);
            return;
        }

        response.ContentLength = length;
        await CopyAsync(parts, response.Body, context.RequestAborted);
    }

    private static async Task CopyAsync(IReadOnlyList<ReadOnlyMemory<byte>> parts, Stream to, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            await to.WriteAsync(part, cancellationToken);
        }
    }

    private static bool WantsPretty(HttpRequest request)
    {
        if (request.Query.TryGetValue("pretty", out var asked))
        {
            return ApiRequest.IsTrue(asked.ToString());
        }

        var agent = request.Headers.UserAgent.ToString();
        return PrettyAgents.Any(prefix => agent.StartsWith(prefix, StringComparison.Ordinal));
    }

    private static ReadOnlyMemory<byte>[] Pretty(IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        using var whole = new MemoryStream();
        foreach (var part in parts)
        {
            whole.Write(part.Span);
        }

        return [WireJson.Pretty(whole.ToArray())];
    }
}
