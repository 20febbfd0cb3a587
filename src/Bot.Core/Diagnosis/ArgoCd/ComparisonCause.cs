namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>Why Argo CD cannot compare an Application with Git or with its cluster.</summary>
public enum ComparisonCause
{
    /// <summary>Nothing that a rule about comparisons speaks of.</summary>
    Other,
    ClusterCache,
    Cluster,
    Redis,
    RepoServer,
    RepoAuth,
    RevisionMissing,
    PathMissing,
    SourceIntegrity,
    Render,
    StatusTooLarge,
}
