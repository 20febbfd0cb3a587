using System.Text.Json.Nodes;

namespace Bot.Simulator.Store;

/// <summary>Brings an object into the form in which the API server shows it: order of keys, no empty metadata.</summary>
internal static class ObjectShape
{
    private static readonly string[] MetadataOrder =
    [
        "name", "generateName", "namespace", "uid", "resourceVersion", "generation", "creationTimestamp", "deletionTimestamp",
        "deletionGracePeriodSeconds", "labels", "annotations", "ownerReferences", "finalizers", "managedFields",
    ];

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ");

    /// <summary>A shaped copy: custom resources come with sorted keys, built-in kinds in the order of their Go types.</summary>
    public static JsonObject Shape(SimulatedKind kind, JsonObject body)
    {
        body["kind"] = kind.Kind;
        body["apiVersion"] = kind.ApiVersion;
        var metadata = body.Child("metadata");
        foreach (var key in metadata.Where(static field => IsEmpty(field.Value)).Select(static field => field.Key).ToList())
        {
            metadata.Remove(key);
        }

        if (kind.IsCustom)
        {
            return (JsonObject)Sorted(body);
        }

        var shaped = new JsonObject { ["kind"] = kind.Kind, ["apiVersion"] = kind.ApiVersion, ["metadata"] = Metadata(metadata) };
        foreach (var (key, value) in body)
        {
            if (key is not ("kind" or "apiVersion" or "metadata"))
            {
                shaped[key] = key is "data" or "binaryData" && value is not null ? Sorted(value) : value?.DeepClone();
            }
        }

        return shaped;
    }

    /// <summary>Metadata in the order of the Go type, as built-in kinds and metadata-only answers show it.</summary>
    public static JsonObject Metadata(JsonObject metadata)
    {
        var shaped = new JsonObject();
        foreach (var key in MetadataOrder)
        {
            if (metadata.TryGetPropertyValue(key, out var value) && value is not null)
            {
                shaped[key] = key is "labels" or "annotations" ? Sorted(value) : value.DeepClone();
            }
        }

        return shaped;
    }

    private static JsonNode Sorted(JsonNode node)
    {
        switch (node)
        {
            case JsonObject source:
                var sorted = new JsonObject();
                foreach (var (key, value) in source.OrderBy(static field => field.Key, StringComparer.Ordinal))
                {
                    sorted[key] = value is null ? null : Sorted(value);
                }

                return sorted;
            case JsonArray array:
                return new JsonArray([.. array.Select(static item => item is null ? null : Sorted(item))]);
            default:
                return node.DeepClone();
        }
    }

    private static bool IsEmpty(JsonNode? value) => value is null or JsonObject { Count: 0 } or JsonArray { Count: 0 };
}
