namespace Bot.Core.Diagnosis.Thresholds;

/// <summary>Operations, comparisons and deletions of Argo CD (domain Argo CD section 5).</summary>
public sealed record ArgoCdThresholds
{
    /// <summary>A running operation: warning from here on. Default 10 min.</summary>
    public TimeSpan OperationWarning { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A running operation: critical from here on. Default 30 min.</summary>
    public TimeSpan OperationCritical { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Phase Terminating, a refresh annotation, or an operation that nobody picks up. Default 2 min.</summary>
    public TimeSpan ControllerReaction { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The longest that Argo CD leaves an Application without a comparison when all is well. Default 3 min.</summary>
    public TimeSpan Comparison { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>A phantom operation must be this old. Default 5 min.</summary>
    public TimeSpan Phantom { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A hook Job without a deadline of its own. Default 30 min.</summary>
    public TimeSpan HookJob { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Sync status Unknown (Argo CD hides repository errors for 180 s). Default 3 min.</summary>
    public TimeSpan Unknown { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>A prune of <c>argocd-secret</c>: what replaces it in the same moment is given this long. Default 20 s.</summary>
    public TimeSpan PrunedSecret { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>An Application must differ this long after the sync of the same commit. Default 10 min.</summary>
    public TimeSpan Drift { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>selfHeal attempts in a row from which on two writers are at work. Default 4.</summary>
    public int SelfHealAttempts { get; init; } = 4;

    /// <summary>A selfHeal that has not begun anew for this long has come to rest (its longest pause is 5 min). Default 10 min.</summary>
    public TimeSpan SelfHealRenewal { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>An ApplicationSet that reports an error. Default 5 min.</summary>
    public TimeSpan ApplicationSetError { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The Secret with the first admin password is needed on the day of the installation. Default 1 day.</summary>
    public TimeSpan InitialAdminSecret { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Last comparison of an Application. Default 10 min.</summary>
    public TimeSpan Reconciliation { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A component of Argo CD with nothing ready. Default 2 min.</summary>
    public TimeSpan Component { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A controller that is ready is behind when at least so many Applications are old. Default 3.</summary>
    public int BacklogApplications { get; init; } = 3;

    /// <summary>A paused Rollout counts as forgotten from here on. Default 24 h.</summary>
    public TimeSpan ForgottenPause { get; init; } = TimeSpan.FromHours(24);

    /// <summary>A suspended workload is worth a note from here on. Default 10 min.</summary>
    public TimeSpan Suspended { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>An Application that was never synced is worth a note from here on. Default 10 min.</summary>
    public TimeSpan NotDeployed { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A Namespace that is being deleted holds syncs back from here on. Default 5 min.</summary>
    public TimeSpan NamespaceTerminating { get; init; } = TimeSpan.FromMinutes(5);
}
