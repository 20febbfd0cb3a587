using Bot.Simulator.Git;

namespace Bot.Simulator.Scenarios;

/// <summary>Reads the repositories of a scenario: each commit says what it changes in the tree of the one before.</summary>
internal static class CommitReader
{
    private static readonly string[] FileKeys = [.. ManifestReader.Keys, "path", "values", "remove", "moveTo"];

    /// <summary>Reads a repository; one that an included part began goes on from its last commit.</summary>
    public static void Read(ScenarioNode node, List<GitRepository> repositories)
    {
        node.Only("url", "branch", "commits");
        var url = node.Need("url").Scalar;
        var repository = repositories.FirstOrDefault(known => known.Url == url);
        if (repository is null)
        {
            repository = new GitRepository(url, node.Text("branch", "main"));
            repositories.Add(repository);
        }

        var tree = new Dictionary<string, GitFile>(repository.Commits is [.., var last] ? last.Files : new Dictionary<string, GitFile>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var commit in node.List("commits"))
        {
            commit.Only("sha", "message", "author", "files");
            var sha = commit.Need("sha");
            if (sha.Scalar.Length != 40 || !sha.Scalar.All(char.IsAsciiHexDigitLower))
            {
                throw sha.Fault($"'{sha.Scalar}' is no commit id; it takes 40 hexadecimal digits");
            }

            foreach (var file in commit.List("files"))
            {
                Change(tree, file.Only(FileKeys), new ManifestReader(url, repository.MainBranch));
            }

            repository.Add(new GitCommit(sha.Scalar, commit.Text("message", ""), commit.Text("author", ""), new Dictionary<string, GitFile>(tree, StringComparer.Ordinal)));
        }
    }

    private static void Change(Dictionary<string, GitFile> tree, ScenarioNode file, ManifestReader reader)
    {
        foreach (var item in ManifestReader.Items(file))
        {
            var path = file.Need("path").Scalar.Replace("${item}", item, StringComparison.Ordinal);
            if (file.Text("remove") == "true" || file.Find("moveTo") is not null)
            {
                Take(tree, file, path);
                continue;
            }

            var values = file.Find("values")?.Fields.ToDictionary(static field => field.Key, static field => field.Value.Scalar, StringComparer.Ordinal) ?? [];
            var isChart = !path.EndsWith(".yaml", StringComparison.Ordinal);
            tree[path] = new GitFile(path, isChart, reader.Read(file, item), values);
        }
    }

    private static void Take(Dictionary<string, GitFile> tree, ScenarioNode file, string path)
    {
        if (!tree.Remove(path, out var taken))
        {
            throw file.Fault($"there is no '{path}' in the commit before");
        }

        if (file.Text("moveTo") is { } target)
        {
            tree[target] = taken with { Path = target };
        }
    }
}
