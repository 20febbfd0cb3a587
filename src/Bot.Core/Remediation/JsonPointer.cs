using System.Globalization;
using System.Text.Json;

namespace Bot.Core.Remediation;

/// <summary>RFC 6901: names a field of a JSON value.</summary>
public static class JsonPointer
{
    /// <summary>One key as it stands in a pointer (<c>/</c> and <c>~</c> escaped).</summary>
    public static string Escape(string key) => key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>The field, or null when it or something on the way to it is not there.</summary>
    public static JsonElement? Find(JsonElement root, string pointer)
    {
        var current = root;
        foreach (var part in pointer.Split('/').Skip(1))
        {
            var key = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (current.ValueKind == JsonValueKind.Object && current.TryGetProperty(key, out var member))
            {
                current = member;
            }
            else if (current.ValueKind == JsonValueKind.Array && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < current.GetArrayLength())
            {
                current = current[index];
            }
            else
            {
                return null;
            }
        }

        // An explicit null reads like an absent field, as the API server takes it too.
        return current.ValueKind == JsonValueKind.Null ? null : current;
    }
}
