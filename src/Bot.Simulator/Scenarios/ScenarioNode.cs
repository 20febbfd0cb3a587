using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Bot.Simulator.Scenarios;

/// <summary>A node of a scenario file that knows where it stands, so that every fault can be told with file and line.</summary>
internal sealed class ScenarioNode(string file, YamlNode node)
{
    public YamlNode Yaml => node;

    public IEnumerable<ScenarioNode> Items => node is YamlSequenceNode sequence
        ? sequence.Select(item => new ScenarioNode(file, item))
        : throw Fault("a list is wanted here");

    public IEnumerable<(string Key, ScenarioNode Value)> Fields => Mapping().Select(pair => (((YamlScalarNode)pair.Key).Value ?? "", new ScenarioNode(file, pair.Value)));

    public string Scalar => node is YamlScalarNode { Value: { } text } ? text : throw Fault("a single value is wanted here");

    public ScenarioNode? Find(string key) => Mapping().Children.TryGetValue(new YamlScalarNode(key), out var value) ? new ScenarioNode(file, value) : null;

    public ScenarioNode Need(string key) => Find(key) ?? throw Fault($"'{key}' is missing");

    public string? Text(string key) => Find(key)?.Scalar;

    public string Text(string key, string otherwise) => Find(key)?.Scalar ?? otherwise;

    public IReadOnlyList<string> Texts(string key) => Find(key) is not { } found ? []
        : found.Yaml is YamlScalarNode ? [found.Scalar] : [.. found.Items.Select(static item => item.Scalar)];

    public IEnumerable<ScenarioNode> List(string key) => Find(key)?.Items ?? [];

    public TimeSpan? Offset(string key) => Find(key) is { } found
        ? OffsetText.Parse(found.Scalar) ?? throw found.Fault($"'{found.Scalar}' is no time offset; write it like -9h12m or -30d")
        : null;

    public int? Whole(string key) => Find(key) is { } found
        ? int.TryParse(found.Scalar, out var number) ? number : throw found.Fault($"'{found.Scalar}' is no whole number")
        : null;

    /// <summary>Refuses keys that the format does not know, naming the nearest.</summary>
    public ScenarioNode Only(params string[] known)
    {
        foreach (var key in Mapping().Children.Keys)
        {
            var name = ((YamlScalarNode)key).Value ?? "";
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                var nearest = NearestNames.Of(name, known);
                throw new ScenarioException(file, key.Start.Line, $"unknown key '{name}'; {(nearest.Count > 0 ? "did you mean " + string.Join(" or ", nearest) : "known are " + string.Join(", ", known))}?");
            }
        }

        return this;
    }

    /// <summary>The node as JSON, scalars typed as kubectl types them.</summary>
    public JsonNode? Json() => YamlJson.Convert(node);

    public JsonObject JsonObject() => Json() as JsonObject ?? throw Fault("a mapping is wanted here");

    public ScenarioException Fault(string problem) => new(file, node.Start.Line, problem);

    private YamlMappingNode Mapping() => node as YamlMappingNode ?? throw Fault("a mapping is wanted here");
}
