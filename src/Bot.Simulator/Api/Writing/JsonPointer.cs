using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Simulator.Api.Writing;

/// <summary>A place in a document: the node that holds it and the last step.</summary>
internal readonly record struct JsonPointer(JsonNode Parent, string Step)
{
    /// <summary>The place, or null when a parent on the way is missing.</summary>
    public static JsonPointer? Find(JsonNode root, string path)
    {
        var steps = path.Split('/').Skip(1).Select(static step => step.Replace("~1", "/").Replace("~0", "~")).ToList();
        if (steps.Count == 0)
        {
            return null;
        }

        var node = root;
        foreach (var step in steps.Take(steps.Count - 1))
        {
            var next = Child(node, step);
            if (next is null)
            {
                return null;
            }

            node = next;
        }

        return new JsonPointer(node, steps[^1]);
    }

    public JsonNode? Value => Child(Parent, Step);

    public bool Exists => Parent switch
    {
        JsonObject map => map.ContainsKey(Step),
        JsonArray list => Index(list, Step) is not null,
        _ => false,
    };

    public bool Add(JsonNode? value)
    {
        switch (Parent)
        {
            case JsonObject map:
                map[Step] = value;
                return true;
            case JsonArray list when Step == "-":
                list.Add(value);
                return true;
            case JsonArray list when int.TryParse(Step, CultureInfo.InvariantCulture, out var at) && at >= 0 && at <= list.Count:
                list.Insert(at, value);
                return true;
            default:
                return false;
        }
    }

    public void Replace(JsonNode? value)
    {
        if (Parent is JsonArray list && Index(list, Step) is { } at)
        {
            list[at] = value;
        }
        else if (Parent is JsonObject map)
        {
            map[Step] = value;
        }
    }

    public void Remove()
    {
        if (Parent is JsonArray list && Index(list, Step) is { } at)
        {
            list.RemoveAt(at);
        }
        else if (Parent is JsonObject map)
        {
            map.Remove(Step);
        }
    }

    private static JsonNode? Child(JsonNode node, string step) => node switch
    {
        JsonObject map => map[step],
        JsonArray list when Index(list, step) is { } at => list[at],
        _ => null,
    };

    private static int? Index(JsonArray list, string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < list.Count ? at : null;
}
