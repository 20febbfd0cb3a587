using System.Text;
using System.Text.Json;
using Bot.Core.Clusters;

namespace Bot.Kubernetes.Tests.Input;

/// <summary>Writes JSON as YAML in block style, plain where kubectl would write it plain.</summary>
internal static class YamlOf
{
    public static string Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        var text = new StringBuilder();
        Write(text, document.RootElement, "");
        return text.ToString();
    }

    /// <summary>All objects of a kind by its name.</summary>
    public static IEnumerable<T> All<T>(this ClusterSnapshot snapshot, string kind)
        where T : ClusterObject =>
        typeof(ClusterObject).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ClusterObject)) && !type.IsAbstract && type != typeof(UnreadableObject))
            .Where(type => ClusterKinds.NamesOf(type).Contains(kind))
            .SelectMany(type => ((System.Collections.IEnumerable)typeof(ClusterSnapshot).GetMethod(nameof(ClusterSnapshot.All))!.MakeGenericMethod(type).Invoke(snapshot, null)!).Cast<T>())
            .Where(item => item.Kind == kind);

    private static void Write(StringBuilder text, JsonElement value, string indent)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.GetPropertyCount() > 0:
                text.Append('\n');
                foreach (var property in value.EnumerateObject())
                {
                    text.Append(indent).Append(Plain(property.Name) ? property.Name : JsonSerializer.Serialize(property.Name)).Append(':');
                    Write(text.Append(' '), property.Value, indent + "  ");
                }

                break;
            case JsonValueKind.Array when value.GetArrayLength() > 0:
                text.Append('\n');
                foreach (var item in value.EnumerateArray())
                {
                    Write(text.Append(indent).Append("- "), item, indent + "  ");
                }

                break;
            case JsonValueKind.String when Plain(value.GetString()!):
                text.Append(value.GetString()).Append('\n');
                break;
            case JsonValueKind.String when value.GetString() is { Length: > 0 } lines && lines.Contains('\n') && !lines.StartsWith(' ') && !lines.Contains('\r') && lines.TrimStart('\n') == lines && lines.TrimEnd('\n').Length == lines.Length - 1:
                text.Append("|\n");
                foreach (var line in lines.TrimEnd('\n').Split('\n'))
                {
                    text.Append(indent).Append("  ").Append(line).Append('\n');
                }

                break;
            default:
                text.Append(value.GetRawText()).Append('\n');
                break;
        }
    }

    private static bool Plain(string text) =>
        text.Length > 1 && char.IsAsciiLetter(text[0]) && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '/' or '-' or '_')
        && text.ToUpperInvariant() is not ("NULL" or "TRUE" or "FALSE" or "YES" or "NO" or "ON" or "OFF");
}
