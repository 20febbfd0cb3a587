using System.Text.Json;

namespace Bot.Kubernetes.Client.Discovery;

/// <summary>Reads an <c>APIGroupDiscoveryList</c>: every group, version and kind in one answer.</summary>
internal static class AggregatedDiscovery
{
    public static void Read(JsonElement list, List<ServedKind> kinds, List<string> unreadable)
    {
        foreach (var group in Members(list, "items"))
        {
            var name = group.TryGetProperty("metadata", out var metadata) ? DiscoveryJson.Text(metadata, "name") : "";
            foreach (var version in Members(group, "versions"))
            {
                ReadVersion(name, version, kinds, unreadable);
            }
        }
    }

    private static void ReadVersion(string group, JsonElement version, List<ServedKind> kinds, List<string> unreadable)
    {
        var versionName = DiscoveryJson.Text(version, "version");
        if (DiscoveryJson.Text(version, "freshness") == "Stale")
        {
            unreadable.Add(group.Length == 0 ? versionName : $"{group}/{versionName}");
        }

        foreach (var entry in Members(version, "resources"))
        {
            var kind = entry.TryGetProperty("responseKind", out var found) ? DiscoveryJson.Text(found, "kind") : "";
            kinds.Add(new ServedKind(
                new ApiResource(group, versionName, DiscoveryJson.Text(entry, "resource"), kind, DiscoveryJson.Text(entry, "scope") == "Namespaced"),
                DiscoveryJson.Texts(entry, "verbs"),
                [.. Members(entry, "subresources").Select(part => DiscoveryJson.Text(part, "subresource"))]));
        }
    }

    private static IEnumerable<JsonElement> Members(JsonElement element, string name) => DiscoveryJson.Members(element, name);
}
