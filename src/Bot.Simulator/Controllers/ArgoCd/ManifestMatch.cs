using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Controllers.ArgoCd;

/// <summary>Compares a manifest with a live object, and lays it over one: fields that Git does not speak of are left alone.</summary>
internal static class ManifestMatch
{
    /// <summary>True when everything that the manifest says is so in the live object.</summary>
    public static bool IsIn(JsonNode? wanted, JsonNode? live) => (wanted, live) switch
    {
        (null, _) => true,
        (JsonObject left, JsonObject right) => left.All(field => IsIn(field.Value, right[field.Key])),
        (JsonArray left, JsonArray right) => left.Count == right.Count && left.Zip(right).All(static pair => IsIn(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(wanted, live),
    };

    /// <summary>Lays the manifest over the live object. Lists of named entries are merged by name, others replaced.</summary>
    public static void LayOver(JsonObject wanted, JsonObject live)
    {
        foreach (var (key, value) in wanted)
        {
            live[key] = (value, live[key]) switch
            {
                (JsonObject left, JsonObject right) => Merged(left, right),
                (JsonArray left, JsonArray right) when left.Count > 0 && left.All(static entry => entry.Text("name") is not null) => Named(left, right),
                _ => value?.DeepClone(),
            };
        }
    }

    private static JsonObject Merged(JsonObject wanted, JsonObject live)
    {
        var merged = (JsonObject)live.DeepClone();
        LayOver(wanted, merged);
        return merged;
    }

    private static JsonArray Named(JsonArray wanted, JsonArray live) => new([.. wanted.OfType<JsonObject>().Select(entry =>
        live.OfType<JsonObject>().FirstOrDefault(known => known.Text("name") == entry.Text("name")) is { } match ? (JsonNode)Merged(entry, match) : entry.DeepClone())]);
}
