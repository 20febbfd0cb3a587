using System.Reflection;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bot.Simulator.Scenarios;

/// <summary>Finds scenario files: first in a directory that somebody names, then among the embedded ones.</summary>
internal sealed class ScenarioFiles(string? directory)
{
    private const string Prefix = "Scenarios/";
    private const string Extension = ".yaml";
    private static readonly Assembly Home = typeof(ScenarioFiles).Assembly;

    /// <summary>The names that can be asked for; files in <c>parts/</c> are only included by others.</summary>
    public IReadOnlyList<string> Names() =>
    [
        .. (directory is not null && Directory.Exists(directory) ? Directory.EnumerateFiles(directory, "*" + Extension).Select(Path.GetFileNameWithoutExtension).OfType<string>() : [])
            .Concat(Home.GetManifestResourceNames()
                .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
                .Select(static name => name[Prefix.Length..^Extension.Length])
                .Where(static name => !name.Contains('/')))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The root of a file, or null when there is none of that name.</summary>
    public ScenarioNode? Read(string name)
    {
        if (directory is not null && Path.Combine(directory, name + Extension) is var path && File.Exists(path))
        {
            return Parse(path, File.ReadAllText(path, Encoding.UTF8));
        }

        using var stream = Home.GetManifestResourceStream(Prefix + name + Extension);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(name + Extension, reader.ReadToEnd());
    }

    private static ScenarioNode Parse(string file, string text)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException fault)
        {
            throw new ScenarioException(file, fault.Start.Line, $"this is no YAML: {fault.Message}", fault);
        }

        return yaml.Documents.Count == 1 ? new ScenarioNode(file, yaml.Documents[0].RootNode) : throw new ScenarioException(file, 1, "one YAML document is wanted");
    }
}
