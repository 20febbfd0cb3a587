namespace Bot.Core.Clusters;

public sealed record ApplicationSource(string RepoUrl, string TargetRevision, string Path, string Chart, string DirectoryExclude);
