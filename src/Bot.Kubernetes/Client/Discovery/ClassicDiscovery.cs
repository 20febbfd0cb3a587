using System.Text.Json;

namespace Bot.Kubernetes.Client.Discovery;

/// <summary>Reads the documents of servers before 1.26: <c>APIVersions</c>, <c>APIGroupList</c> and one <c>APIResourceList</c> a version.</summary>
internal static class ClassicDiscovery
{
    /// <summary>The group versions that a root document names, the preferred version of a group first.</summary>
    public static IReadOnlyList<string> GroupVersions(JsonElement root) =>
    [
        .. DiscoveryJson.Texts(root, "versions"),
        .. DiscoveryJson.Members(root, "groups").SelectMany(VersionsOf).Distinct(),
    ];

    public static IEnumerable<ServedKind> Kinds(string groupVersion, JsonElement list)
    {
        var slash = groupVersion.IndexOf('/');
        var group = slash < 0 ? "" : groupVersion[..slash];
        var version = groupVersion[(slash + 1)..];
        var entries = DiscoveryJson.Members(list, "resources").ToLookup(entry => DiscoveryJson.Text(entry, "name").Contains('/'));
        var subresources = entries[true].Select(entry => DiscoveryJson.Text(entry, "name").Split('/', 2)).ToLookup(parts => parts[0], parts => parts[1]);
        return entries[false].Select(entry => new ServedKind(
            new ApiResource(group, version, DiscoveryJson.Text(entry, "name"), DiscoveryJson.Text(entry, "kind"), entry.TryGetProperty("namespaced", out var scope) && scope.ValueKind == JsonValueKind.True),
            DiscoveryJson.Texts(entry, "verbs"),
            [.. subresources[DiscoveryJson.Text(entry, "name")]]));
    }

    private static IEnumerable<string> VersionsOf(JsonElement group)
    {
        if (group.TryGetProperty("preferredVersion", out var preferred))
        {
            yield return DiscoveryJson.Text(preferred, "groupVersion");
        }

        foreach (var version in DiscoveryJson.Members(group, "versions"))
        {
            yield return DiscoveryJson.Text(version, "groupVersion");
        }
    }
}
