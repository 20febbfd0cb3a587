using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bot.Kubernetes.Client.Configuration;

/// <summary>A mapping of a kubeconfig and the file it stands in, because relative paths are relative to that file.</summary>
internal sealed class KubeconfigSection(YamlMappingNode node, string file)
{
    public string File => file;

    public YamlMappingNode Node => node;

    /// <summary>Null where the key is absent, null or empty: kubectl takes all three for "not set".</summary>
    public string? Text(string key) =>
        Find(key) is YamlScalarNode { Value.Length: > 0 } scalar && !IsNull(scalar) ? scalar.Value : null;

    public bool Flag(string key) => string.Equals(Text(key), "true", StringComparison.OrdinalIgnoreCase);

    public string? FilePath(string key) => Text(key) is { } path ? Resolve(path) : null;

    public string Resolve(string path) => Path.GetFullPath(path, Path.GetDirectoryName(file)!);

    public KubeconfigSection? Section(string key) =>
        Find(key) is YamlMappingNode mapping ? new KubeconfigSection(mapping, file) : null;

    public IReadOnlyList<KubeconfigSection> Sections(string key) =>
        Find(key) is YamlSequenceNode list
            ? [.. list.Children.OfType<YamlMappingNode>().Select(child => new KubeconfigSection(child, file))]
            : [];

    public IReadOnlyList<string> Texts(string key) =>
        Find(key) is YamlSequenceNode list
            ? [.. list.Children.OfType<YamlScalarNode>().Select(child => child.Value ?? "")]
            : [];

    private YamlNode? Find(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private static bool IsNull(YamlScalarNode scalar) => scalar.Style == ScalarStyle.Plain && scalar.Value is "null" or "~";
}
