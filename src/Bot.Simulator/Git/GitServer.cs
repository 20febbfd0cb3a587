namespace Bot.Simulator.Git;

/// <summary>The repositories that the simulated Argo CD can reach.</summary>
internal sealed class GitServer(IEnumerable<GitRepository> repositories)
{
    private readonly List<GitRepository> repositories = [.. repositories];

    public IReadOnlyList<GitRepository> Repositories => repositories;

    public GitRepository? Find(string url) => repositories.FirstOrDefault(repository => Normal(repository.Url) == Normal(url));

    private static string Normal(string url) =>
        url.EndsWith(".git", StringComparison.Ordinal) ? url[..^4] : url.TrimEnd('/');
}
