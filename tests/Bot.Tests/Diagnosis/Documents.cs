using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Kubernetes.Input;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bot.Tests.Diagnosis;

/// <summary>YAML documents as JSON that a test may change, typed as the product types them.</summary>
internal static class Documents
{
    public static List<JsonObject> Of(string path)
    {
        var found = new List<JsonObject>();
        var parser = YamlDocuments.ParserOf(File.ReadAllBytes(path));
        parser.Consume<StreamStart>();
        while (!parser.TryConsume<StreamEnd>(out _))
        {
            parser.Consume<DocumentStart>();
            var json = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(json))
            {
                new YamlToJson(parser, writer).WriteNode();
            }

            parser.Consume<DocumentEnd>();
            if (JsonNode.Parse(json.WrittenSpan) is JsonObject document)
            {
                found.Add(document);
            }
        }

        return found;
    }

    /// <summary><c>Kind/namespace/name</c>, as in the output.</summary>
    public static string NameOf(JsonObject document) => $"{document["kind"]}/{document["metadata"]?["namespace"]}/{document["metadata"]?["name"]}";

    /// <summary>Sets the value at a JSON pointer; null takes it away. Objects on the way are made, a list is extended by the index that follows its last.</summary>
    public static void Set(JsonObject document, string pointer, JsonNode? value)
    {
        var steps = pointer.TrimStart('/').Split('/').Select(step => step.Replace("~1", "/").Replace("~0", "~")).ToArray();
        JsonNode place = document;
        foreach (var step in steps[..^1])
        {
            place = Next(place, step);
        }

        switch (place)
        {
            case JsonArray list when value is null:
                list.RemoveAt(int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture));
                break;
            case JsonArray list when steps[^1] == $"{list.Count}":
                list.Add(value.DeepClone());
                break;
            case JsonArray list:
                list[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)] = value.DeepClone();
                break;
            case JsonObject map when value is null:
                map.Remove(steps[^1]).ShouldBeTrue($"nothing stands at {pointer}");
                break;
            default:
                place[steps[^1]] = value?.DeepClone();
                break;
        }
    }

    private static JsonNode Next(JsonNode place, string step) => place is JsonArray list
        ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]!
        : place[step] ?? (place[step] = new JsonObject());
}
