using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Discovery;

/// <summary>Discovery of old: groups first, then the resources of each group version.</summary>
internal static class PlainDiscovery
{
    public static JsonObject Versions(string serverAddress) => new()
    {
        ["kind"] = "APIVersions",
        ["versions"] = new JsonArray("v1"),
        ["serverAddressByClientCIDRs"] = new JsonArray(new JsonObject { ["clientCIDR"] = "0.0.0.0/0", ["serverAddress"] = serverAddress }),
    };

    public static JsonObject Groups(IReadOnlyList<SimulatedKind> kinds)
    {
        var groups = new JsonArray();
        foreach (var (group, version) in GroupVersions(kinds))
        {
            groups.Add((JsonNode)Group(group, version));
        }

        return new JsonObject { ["kind"] = "APIGroupList", ["apiVersion"] = "v1", ["groups"] = groups };
    }

    /// <summary>One group by its name, or null.</summary>
    public static JsonObject? GroupNamed(IReadOnlyList<SimulatedKind> kinds, string name)
    {
        var (group, version) = GroupVersions(kinds).FirstOrDefault(known => known.Group == name);
        if (group is null)
        {
            return null;
        }

        var described = new JsonObject { ["kind"] = "APIGroup", ["apiVersion"] = "v1" };
        foreach (var (key, value) in Group(group, version))
        {
            described[key] = value?.DeepClone();
        }

        return described;
    }

    /// <summary>The resources of a group version, or null when there is none.</summary>
    public static JsonObject? Resources(IReadOnlyList<SimulatedKind> kinds, string group, string version)
    {
        if (!GroupVersions(kinds).Contains((group, version)) && !(group.Length == 0 && version == "v1"))
        {
            return null;
        }

        var resources = new JsonArray();
        foreach (var kind in kinds.Where(kind => kind.Group == group && kind.Version == version))
        {
            resources.Add((JsonNode)Resource(kind));
            foreach (var (name, subGroup, subVersion, subKind, verbs) in DiscoveryVerbs.SubresourcesOf(kind))
            {
                var row = new JsonObject { ["name"] = kind.Plural + "/" + name, ["singularName"] = "", ["namespaced"] = kind.Namespaced };
                if (subGroup.Length > 0)
                {
                    row["group"] = subGroup;
                    row["version"] = subVersion;
                }

                row["kind"] = subKind;
                row["verbs"] = Array(verbs);
                resources.Add((JsonNode)row);
            }
        }

        foreach (var review in ReviewKinds.All.Where(review => review.Group == group))
        {
            resources.Add((JsonNode)new JsonObject { ["name"] = review.Plural, ["singularName"] = review.Singular, ["namespaced"] = false, ["kind"] = review.Kind, ["verbs"] = new JsonArray("create") });
        }

        var list = new JsonObject { ["kind"] = "APIResourceList" };
        if (group.Length > 0)
        {
            list["apiVersion"] = "v1";
        }

        list["groupVersion"] = group.Length == 0 ? version : group + "/" + version;
        list["resources"] = resources;
        return list;
    }

    public static IReadOnlyList<(string Group, string Version)> GroupVersions(IReadOnlyList<SimulatedKind> kinds) =>
    [
        .. kinds.Select(static kind => (kind.Group, kind.Version))
            .Concat(ReviewKinds.All.Select(static review => (review.Group, "v1")))
            .Where(static known => known.Item1.Length > 0)
            .Distinct(),
    ];

    internal static JsonArray Array(IReadOnlyList<string> texts) => new([.. texts.Select(static text => (JsonNode)text)]);

    private static JsonObject Group(string group, string version) => new()
    {
        ["name"] = group,
        ["versions"] = new JsonArray(GroupVersion(group, version)),
        ["preferredVersion"] = GroupVersion(group, version),
    };

    private static JsonObject GroupVersion(string group, string version) => new() { ["groupVersion"] = group + "/" + version, ["version"] = version };

    private static JsonObject Resource(SimulatedKind kind)
    {
        var row = new JsonObject
        {
            ["name"] = kind.Plural,
            ["singularName"] = kind.Singular,
            ["namespaced"] = kind.Namespaced,
            ["kind"] = kind.Kind,
            ["verbs"] = Array(DiscoveryVerbs.Of(kind)),
        };
        if (kind.ShortNames.Count > 0)
        {
            row["shortNames"] = Array(kind.ShortNames);
        }

        if (kind.Categories.Count > 0)
        {
            row["categories"] = Array(kind.Categories);
        }

        return row;
    }
}
