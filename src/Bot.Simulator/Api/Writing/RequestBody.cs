using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Simulator.Store;
using Microsoft.AspNetCore.Http;

namespace Bot.Simulator.Api.Writing;

/// <summary>The body of a request, read whole.</summary>
internal sealed record RequestBody(string ContentType, ReadOnlyMemory<byte> Bytes)
{
    public static async Task<RequestBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        await request.Body.CopyToAsync(whole, cancellationToken);
        return new RequestBody(request.ContentType ?? "", whole.ToArray());
    }

    public bool IsProtobuf => ContentType.StartsWith("application/vnd.kubernetes.protobuf", StringComparison.Ordinal);

    /// <summary>The body as JSON; null when it is empty or no JSON.</summary>
    public JsonNode? Json()
    {
        try
        {
            return Bytes.IsEmpty ? null : JsonNode.Parse(Bytes.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The object of a create or replace, or the refusal.</summary>
    public (JsonObject? Body, StatusFailure? Failure) Object(SimulatedKind kind)
    {
        if (ContentType.Length > 0 && !ContentType.StartsWith("application/json", StringComparison.Ordinal))
        {
            return (null, new StatusFailure(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include: application/json, application/yaml, application/vnd.kubernetes.protobuf"));
        }

        if (Json() is not JsonObject body)
        {
            var text = Encoding.UTF8.GetString(Bytes.Span);
            return (null, Failures.BadRequest(
                $"the object provided is unrecognized (must be of type {kind.Kind}): couldn't get version/kind; json parse error: unexpected end of JSON input ({text})"));
        }

        var apiVersion = body.Text("apiVersion") ?? kind.ApiVersion;
        var named = body.Text("kind") ?? kind.Kind;
        if (named != kind.Kind || apiVersion != kind.ApiVersion)
        {
            return (null, Failures.BadRequest(Mismatch(kind, apiVersion, named)));
        }

        return (body, null);
    }

    private static string Mismatch(SimulatedKind kind, string apiVersion, string named)
    {
        var version = apiVersion.Split('/')[^1];
        var home = kind.Group.Length == 0 ? "core" : kind.Group.Split('.')[0];
        return $"{named} in version \"{version}\" cannot be handled as a {kind.Kind}: converting ({version}.{named}) to ({home}.{kind.Kind}): unknown conversion";
    }
}
