using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Bot.Simulator.Api.Wire;
using Bot.Simulator.Store;

namespace Bot.Simulator.Api.Discovery;

/// <summary>Discovery of all groups in one answer, with an ETag by which kubectl keeps it.</summary>
internal static class AggregatedDiscovery
{
    public static ApiAnswer Answer(IReadOnlyList<SimulatedKind> kinds, bool core, string version, string ifNoneMatch)
    {
        var items = new JsonArray();
        if (core)
        {
            items.Add((JsonNode)Item(kinds, "", "v1"));
        }
        else
        {
            foreach (var (group, groupVersion) in PlainDiscovery.GroupVersions(kinds))
            {
                items.Add((JsonNode)Item(kinds, group, groupVersion));
            }
        }

        var body = WireJson.Bytes(new JsonObject { ["kind"] = "APIGroupDiscoveryList", ["apiVersion"] = "apidiscovery.k8s.io/" + version, ["metadata"] = new JsonObject(), ["items"] = items });
        var etag = "\"" + Convert.ToHexString(SHA512.HashData(body)) + "\"";
        var answer = etag == ifNoneMatch
            ? new ApiAnswer(304, "", [])
            : new ApiAnswer(200, $"application/json;g=apidiscovery.k8s.io;v={version};as=APIGroupDiscoveryList", [body]);
        return answer with { Headers = [("Cache-Control", "public"), ("ETag", etag), ("Vary", "Accept")] };
    }

    private static JsonObject Item(IReadOnlyList<SimulatedKind> kinds, string group, string version)
    {
        var resources = new JsonArray();
        foreach (var kind in kinds.Where(kind => kind.Group == group && kind.Version == version))
        {
            resources.Add((JsonNode)Resource(kind));
        }

        foreach (var review in ReviewKinds.All.Where(review => review.Group == group))
        {
            resources.Add((JsonNode)Row(review.Plural, review.Kind, "Cluster", review.Singular, ["create"]));
        }

        var metadata = group.Length == 0 ? new JsonObject() : new JsonObject { ["name"] = group };
        return new JsonObject
        {
            ["metadata"] = metadata,
            ["versions"] = new JsonArray(new JsonObject { ["version"] = version, ["resources"] = resources, ["freshness"] = "Current" }),
        };
    }

    private static JsonObject Resource(SimulatedKind kind)
    {
        var row = Row(kind.Plural, kind.Kind, kind.Namespaced ? "Namespaced" : "Cluster", kind.Singular, DiscoveryVerbs.Of(kind), kind.IsCustom ? kind : null);
        if (kind.ShortNames.Count > 0)
        {
            row["shortNames"] = PlainDiscovery.Array(kind.ShortNames);
        }

        if (kind.Categories.Count > 0)
        {
            row["categories"] = PlainDiscovery.Array(kind.Categories);
        }

        var subresources = new JsonArray();
        foreach (var (name, group, version, subKind, verbs) in DiscoveryVerbs.SubresourcesOf(kind))
        {
            var response = group.Length > 0 || !kind.IsCustom ? KindOf(group, version, subKind) : KindOf(kind.Group, kind.Version, subKind);
            subresources.Add((JsonNode)new JsonObject { ["subresource"] = name, ["responseKind"] = response, ["verbs"] = PlainDiscovery.Array(verbs) });
        }

        if (subresources.Count > 0)
        {
            row["subresources"] = subresources;
        }

        return row;
    }

    private static JsonObject Row(string plural, string kind, string scope, string singular, IReadOnlyList<string> verbs, SimulatedKind? custom = null) => new()
    {
        ["resource"] = plural,
        ["responseKind"] = custom is null ? KindOf("", "", kind) : KindOf(custom.Group, custom.Version, kind),
        ["scope"] = scope,
        ["singularResource"] = singular,
        ["verbs"] = PlainDiscovery.Array(verbs),
    };

    private static JsonObject KindOf(string group, string version, string kind) => new() { ["group"] = group, ["version"] = version, ["kind"] = kind };
}
