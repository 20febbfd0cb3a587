using System.Text.Json.Nodes;
using Bot.Simulator.Store;

namespace Bot.Simulator.Git;

/// <summary>Renders what an Application's source names at a commit: the files of a directory, or a chart with its parameters.</summary>
internal static class ManifestRenderer
{
    public static RenderResult Render(GitCommit commit, JsonObject source)
    {
        var path = (source.Text("path") ?? "").Trim('/');
        if (commit.Files.TryGetValue(path, out var chart) && chart.IsChart)
        {
            return new RenderResult([.. chart.Templates.Select(template => Fill(template, Parameters(chart, source))).OfType<JsonObject>()], null);
        }

        var files = FilesOf(commit, path, source.Flag("directory", "recurse")).ToList();
        if (files.Count == 0)
        {
            return RenderResult.Failed($"{path}: app path does not exist");
        }

        var exclude = source.Text("directory", "exclude");
        return new RenderResult(
            [
                .. files
                    .Where(file => exclude is null || !string.Equals(file.Path[(path.Length + 1)..], exclude, StringComparison.Ordinal))
                    .SelectMany(static file => file.Templates)
                    .Select(static template => (JsonObject)template.DeepClone()),
            ],
            null);
    }

    private static IEnumerable<GitFile> FilesOf(GitCommit commit, string path, bool recurse) => commit.Files.Values
        .Where(file => !file.IsChart
            && file.Path.StartsWith(path + "/", StringComparison.Ordinal)
            && (recurse || !file.Path[(path.Length + 1)..].Contains('/')))
        .OrderBy(static file => file.Path, StringComparer.Ordinal);

    private static Dictionary<string, string> Parameters(GitFile chart, JsonObject source)
    {
        var values = new Dictionary<string, string>(chart.Values, StringComparer.Ordinal);
        foreach (var parameter in source.Objects("helm", "parameters"))
        {
            values[parameter.Text("name") ?? ""] = parameter["value"]?.ToString() ?? "";
        }

        return values;
    }

    /// <summary>The manifest with its parameters in place, or null when its condition does not hold.</summary>
    private static JsonObject? Fill(JsonObject template, Dictionary<string, string> values)
    {
        if (template.Text("when") is { } condition && TextTemplate.Fill(condition, values) != "true")
        {
            return null;
        }

        var filled = (JsonObject)TextTemplate.Fill(template, values)!;
        filled.Remove("when");
        return filled;
    }
}
