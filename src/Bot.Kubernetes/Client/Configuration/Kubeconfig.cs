using Bot.Kubernetes.Client.Failures;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bot.Kubernetes.Client.Configuration;

/// <summary>Several kubeconfig files as one. As with kubectl the first file that sets a value or a named entry wins; entries are never mixed.</summary>
internal sealed class Kubeconfig
{
    private readonly Dictionary<string, KubeconfigSection> clusters = [];
    private readonly Dictionary<string, KubeconfigSection> users = [];
    private readonly Dictionary<string, KubeconfigSection> contexts = [];

    public string? CurrentContext { get; private set; }

    public IReadOnlyCollection<string> ContextNames => contexts.Keys;

    public KubeconfigSection? Cluster(string name) => clusters.GetValueOrDefault(name);

    public KubeconfigSection? User(string name) => users.GetValueOrDefault(name);

    public KubeconfigSection? Context(string name) => contexts.GetValueOrDefault(name);

    /// <summary>Reads the files that exist.</summary>
    public static ApiResult<Kubeconfig> Read(IReadOnlyList<string> files)
    {
        var merged = new Kubeconfig();
        foreach (var file in files.Where(System.IO.File.Exists))
        {
            if (merged.Add(Path.GetFullPath(file)) is { } failure)
            {
                return failure;
            }
        }

        return merged;
    }

    private ApiFailure? Add(string file)
    {
        try
        {
            using var text = System.IO.File.OpenText(file);
            var yaml = new YamlStream();
            yaml.Load(text);
            if (yaml.Documents.Count > 0 && yaml.Documents[0].RootNode is YamlMappingNode root)
            {
                Add(new KubeconfigSection(root, file));
            }

            return null;
        }
        catch (YamlException problem)
        {
            return ConfigurationFailures.Unreadable(file, problem.Start.Line, problem.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return ConfigurationFailures.FileUnreadable(file, "kubeconfig", problem.Message);
        }
    }

    private void Add(KubeconfigSection root)
    {
        CurrentContext ??= root.Text("current-context");
        Add(clusters, root, "clusters", "cluster");
        Add(users, root, "users", "user");
        Add(contexts, root, "contexts", "context");
    }

    private static void Add(Dictionary<string, KubeconfigSection> known, KubeconfigSection root, string list, string body)
    {
        foreach (var entry in root.Sections(list))
        {
            if (entry.Text("name") is { } name)
            {
                known.TryAdd(name, entry.Section(body) ?? new KubeconfigSection([], root.File));
            }
        }
    }
}
