using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Simulator.Git;

/// <summary>Fills <c>${name}</c> from values. A name without a value stays as it is, so that a later stage can fill it.</summary>
internal static partial class TextTemplate
{
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) => text.Contains("${", StringComparison.Ordinal)
        ? Placeholder().Replace(text, match => values.TryGetValue(match.Groups["name"].Value, out var value) ? value : match.Value)
        : text;

    /// <summary>A copy with every text and key filled. A text that was nothing but a placeholder and became a whole number is a number.</summary>
    public static JsonNode? Fill(JsonNode? node, IReadOnlyDictionary<string, string> values)
    {
        switch (node)
        {
            case JsonObject source:
                var filled = new JsonObject();
                foreach (var (key, value) in source)
                {
                    filled[Fill(key, values)] = Fill(value, values);
                }

                return filled;
            case JsonArray array:
                return new JsonArray([.. array.Select(item => Fill(item, values))]);
            case JsonValue scalar when scalar.TryGetValue<string>(out var text) && text.Contains("${", StringComparison.Ordinal):
                var result = Fill(text, values);
                return text.StartsWith("${", StringComparison.Ordinal) && text.IndexOf('}') == text.Length - 1
                    && long.TryParse(result, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : result;
            default:
                return node?.DeepClone();
        }
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z0-9_.\-/]+)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();
}
