namespace Bot.Simulator.Git;

/// <summary>A repository. Its commits are known from the start; <see cref="Push"/> moves a branch to one of them.</summary>
internal sealed class GitRepository(string url, string mainBranch)
{
    private readonly List<GitCommit> commits = [];
    private readonly Dictionary<string, GitCommit> heads = new(StringComparer.Ordinal);

    public string Url => url;

    /// <summary>The branch that is meant where none is named.</summary>
    public string MainBranch => mainBranch;

    public IReadOnlyList<GitCommit> Commits => commits;

    public void Add(GitCommit commit) => commits.Add(commit);

    public GitCommit? Find(string sha) => commits.FirstOrDefault(commit => commit.Sha == sha);

    /// <summary>What a branch points at; null before its first push.</summary>
    public GitCommit? Head(string branch) => heads.GetValueOrDefault(branch);

    public void Push(string branch, string sha) => heads[branch] = Find(sha) ?? throw new ArgumentException($"{url} has no commit {sha}.", nameof(sha));

    /// <summary>The commit that a target revision names: a branch, HEAD, a full or a shortened SHA.</summary>
    public GitCommit? Resolve(string revision) => revision is "" or "HEAD"
        ? Head(mainBranch)
        : Head(revision) ?? (revision.Length >= 7 ? commits.FirstOrDefault(commit => commit.Sha.StartsWith(revision, StringComparison.Ordinal)) : null);
}
