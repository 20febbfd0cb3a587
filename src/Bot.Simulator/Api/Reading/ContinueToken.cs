using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Reading;

/// <summary>Where the next page of a list begins, as the API server writes it: a version and the key after which to go on.</summary>
internal sealed record ContinueToken(long Revision, string After)
{
    /// <summary>A token with this version goes on with what there is now.</summary>
    public const long Inconsistent = -1;

    /// <param name="leadingSlash">The first page, read from the cache, gives a key with a slash in front; later ones do not.</param>
    public string Write(bool leadingSlash)
    {
        var start = WireJson.Text(JsonValue.Create((leadingSlash ? "/" : "") + After + "\0"));
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes("{" + $"\"v\":\"meta.k8s.io/v1\",\"rv\":{Revision},\"start\":{start}" + "}"));
    }

    /// <summary>The token, or the words in which the API server refuses it.</summary>
    public static (ContinueToken? Token, string Error) Read(string text)
    {
        const string refused = "invalid continue token: continue key is not valid: ";
        if (!Base64Url.IsValid(text))
        {
            return (null, refused + "illegal base64 data at input byte 0");
        }

        var json = Base64Url.DecodeFromChars(text);
        if (json.Length == 0 || json[0] != (byte)'{')
        {
            return (null, refused + $"invalid character '{(json.Length == 0 ? ' ' : (char)json[0])}' looking for beginning of value");
        }

        try
        {
            var token = JsonNode.Parse(json);
            return token.Number("rv") is { } revision && token.Text("start") is { } start
                ? (new ContinueToken(revision, start.TrimStart('/').TrimEnd('\0')), "")
                : (null, refused + "continue key is not valid: incorrect encoded start resourceVersion (version meta.k8s.io/v1)");
        }
        catch (JsonException)
        {
            return (null, refused + "unexpected end of JSON input");
        }
    }
}
