using System.Text.Json.Nodes;

namespace Bot.Simulator.Tests.Api.Replay;

/// <summary>Where two documents differ, leaving out the paths that may.</summary>
internal static class JsonDifference
{
    public static IReadOnlyList<string> Find(JsonNode? expected, JsonNode? actual, IReadOnlyList<string> allowed)
    {
        var found = new List<string>();
        Walk("", expected, actual, allowed, found);
        return found;
    }

    private static void Walk(string path, JsonNode? expected, JsonNode? actual, IReadOnlyList<string> allowed, List<string> found)
    {
        if (allowed.Any(pattern => path == pattern || (pattern.StartsWith('*') && path.EndsWith(pattern[1..], StringComparison.Ordinal))))
        {
            return;
        }

        switch (expected, actual)
        {
            case (JsonObject left, JsonObject right):
                foreach (var key in left.Select(static pair => pair.Key).Union(right.Select(static pair => pair.Key), StringComparer.Ordinal))
                {
                    var below = path.Length == 0 ? key : path + "." + key;
                    if (left.ContainsKey(key) != right.ContainsKey(key))
                    {
                        Walk(below, left[key] ?? "(absent)", right[key] ?? "(absent)", allowed, found);
                    }
                    else
                    {
                        Walk(below, left[key], right[key], allowed, found);
                    }
                }

                break;
            case (JsonArray left, JsonArray right) when left.Count == right.Count:
                for (var i = 0; i < left.Count; i++)
                {
                    Walk(path + "[]", left[i], right[i], allowed, found);
                }

                break;
            default:
                if (!JsonNode.DeepEquals(expected, actual))
                {
                    found.Add($"{path}: expected {Short(expected)} but was {Short(actual)}");
                }

                break;
        }
    }

    private static string Short(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "null";
        return text.Length > 300 ? text[..300] + "..." : text;
    }
}
