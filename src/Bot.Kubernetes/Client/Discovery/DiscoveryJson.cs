using System.Text.Json;

namespace Bot.Kubernetes.Client.Discovery;

/// <summary>Members of discovery documents, absent ones as empty.</summary>
internal static class DiscoveryJson
{
    public static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    public static IEnumerable<JsonElement> Members(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    public static IReadOnlyList<string> Texts(JsonElement element, string name) =>
        [.. Members(element, name).Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!)];
}
