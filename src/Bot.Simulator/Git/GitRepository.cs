namespace Bot.Simulator.Git;

/// <summary>A repository with one branch. Commits are known from the start; <see cref="Push"/> moves the branch to one of them.</summary>
internal sealed class GitRepository(string url, string branch, IReadOnlyList<GitCommit> commits)
{
    public string Url => url;

    public string Branch => branch;

    public IReadOnlyList<GitCommit> Commits => commits;

    /// <summary>What the branch points at; null before the first push.</summary>
    public GitCommit? Head { get; private set; }

    public GitCommit? Find(string sha) => commits.FirstOrDefault(commit => commit.Sha == sha);

    public void Push(string sha) => Head = Find(sha) ?? throw new ArgumentException($"{url} has no commit {sha}.", nameof(sha));

    /// <summary>The commit that a target revision names: the branch, HEAD, a full or a shortened SHA.</summary>
    public GitCommit? Resolve(string revision) => revision.Length == 0 || revision == branch || revision == "HEAD"
        ? Head
        : revision.Length >= 7 ? commits.FirstOrDefault(commit => commit.Sha.StartsWith(revision, StringComparison.Ordinal)) : null;
}
