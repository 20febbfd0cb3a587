using System.Text.Json.Nodes;

namespace Bot.Simulator.Store;

/// <summary>Reads and sets fields of an object by path, without caring what on the way is missing.</summary>
public static class JsonPaths
{
    /// <summary>The node at the path, or null when any part is missing.</summary>
    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            if (node is not JsonObject parent || !parent.TryGetPropertyValue(key, out node))
            {
                return null;
            }
        }

        return node;
    }

    /// <summary>The text at the path, or null when it is missing or no text.</summary>
    public static string? Text(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The whole number at the path, or null when it is missing or no number.</summary>
    public static long? Number(this JsonNode? node, params ReadOnlySpan<string> path) => node.At(path) is JsonValue value
        ? value.TryGetValue<long>(out var number) ? number : value.TryGetValue<int>(out var small) ? small : null
        : null;

    /// <summary>True only when the path holds <c>true</c>.</summary>
    public static bool Flag(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    /// <summary>The objects of the array at the path; none when it is missing.</summary>
    public static IEnumerable<JsonObject> Objects(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonArray array ? array.OfType<JsonObject>() : [];

    /// <summary>The texts of the array at the path; none when it is missing.</summary>
    public static IReadOnlyList<string> Texts(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonArray array ? [.. array.OfType<JsonValue>().Select(static value => value.ToString())] : [];

    /// <summary>The object at the path, made where it is missing.</summary>
    public static JsonObject Child(this JsonObject node, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            if (node[key] is JsonObject child)
            {
                node = child;
                continue;
            }

            child = [];
            node[key] = child;
            node = child;
        }

        return node;
    }

    /// <summary>Sets the last key of the path; parents that are missing are made, null removes the key.</summary>
    public static void Set(this JsonObject node, JsonNode? value, params ReadOnlySpan<string> path)
    {
        if (value is null)
        {
            (node.At(path[..^1]) as JsonObject)?.Remove(path[^1]);
            return;
        }

        node.Child(path[..^1])[path[^1]] = value;
    }
}
