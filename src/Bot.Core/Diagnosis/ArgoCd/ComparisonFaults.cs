using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>
/// Finds the Applications that cannot be compared and gives each exactly one cause, so that exactly one rule speaks for it.
/// Argo CD hides such errors for three minutes itself; what is younger, frozen or being deleted does not count.
/// </summary>
internal static class ComparisonFaults
{
    private static readonly string[] OfCluster = ["Failed to load live state", "failed to get cluster info for", "failed to get cluster version for"];
    private static readonly string[] OfSignature = ["GIT/GPG", "Failed verifying revision", "is not signed", "Found signature made", "Found good signature", "Found INVALID signature", "Could not verify commit signature"];
    private static readonly string[] OfTrust = ["knownhosts:", "certificate signed by unknown authority", "Host key verification failed"];

    private static readonly string[] OfAccess =
    [
        "could not read Username", "could not read Password", "unable to authenticate", "invalid username or password", "Authentication failed",
        "HTTP Basic: Access denied", "status code: 401", "status code: 403", "401 Unauthorized", "403 Forbidden", "returned error: 401", "returned error: 403", .. OfTrust,
    ];

    private static readonly string[] OfVersion = ["no version for constraint", "improper constraint", "could not find a version that satisfies"];
    private static readonly string[] OfSize = ["exceeds the Kubernetes resource size limit", "request is too large", "Request entity too large"];
    private static readonly string[] OfTarget = ["Failed to load target state", "failed to generate manifest", "Manifest generation error"];

    /// <summary>The Applications with one cause.</summary>
    public static IEnumerable<ComparisonFault> Of(ComparisonCause cause, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        bool? down = null;
        foreach (var application in snapshot.All<Application>())
        {
            if (application.Conditions.Length == 0 || application.IsFrozen || application.IsBeingDeleted)
            {
                continue;
            }

            var fault = application.Conditions
                .Where(condition => context.IsOlder(condition.LastTransitionAt ?? application.ReconciledAt, context.Thresholds.ArgoCd.Unknown))
                .Select(condition => new ComparisonFault(application, condition, CauseOf(condition, application)))
                .Where(found => found.Cause != ComparisonCause.Other)
                .MinBy(found => found.Cause);
            if (fault is null)
            {
                continue;
            }

            // With no repo-server at all, whatever is said of Git was said before it went down.
            if (fault.Cause is >= ComparisonCause.RepoAuth and <= ComparisonCause.Render and not ComparisonCause.SourceIntegrity
                && (down ??= ArgoCdComponent.Find(ArgoCdComponent.RepoServer, snapshot, context) is { IsDown: true }))
            {
                fault = fault with { Cause = ComparisonCause.RepoServer };
            }

            if (fault.Cause == cause)
            {
                yield return fault;
            }
        }
    }

    /// <summary>True for a condition that a rule about comparisons speaks of by its words, whatever else they may look like.</summary>
    public static bool IsOwn(ApplicationCondition condition) =>
        condition.Type == "ComparisonError"
        && (Has(condition.Message, OfSignature) || Has(condition.Message, OfCluster) || condition.Message.Contains("failed to load initial state of resource", StringComparison.Ordinal));

    /// <summary>Whether the host key or certificate of the other side is what is refused, not our credential.</summary>
    public static bool IsTrust(string message) => Has(message, OfTrust);

    private static ComparisonCause CauseOf(ApplicationCondition condition, Application application) => condition.Type switch
    {
        "ComparisonError" when Has(condition.Message, OfSignature) => ComparisonCause.SourceIntegrity,
        "ComparisonError" when application.SyncStatus == "Unknown" => CauseOf(condition.Message),
        "UnknownError" when Has(condition.Message, OfSize) => ComparisonCause.StatusTooLarge,
        _ => ComparisonCause.Other,
    };

    private static ComparisonCause CauseOf(string message) =>
        message.Contains("failed to load initial state of resource", StringComparison.Ordinal) ? ComparisonCause.ClusterCache
        : Has(message, OfCluster) ? ComparisonCause.Cluster
        : MessageClassifier.Underlying(message) switch
        {
            MessagePattern.LiveStateUnavailable => ComparisonCause.Cluster,
            MessagePattern.RepoServerUnavailable => ComparisonCause.RepoServer,
            MessagePattern.RepoAuth => ComparisonCause.RepoAuth,
            MessagePattern.RevisionMissing => ComparisonCause.RevisionMissing,
            MessagePattern.PathMissing => ComparisonCause.PathMissing,
            MessagePattern.Redis => ComparisonCause.Redis,
            MessagePattern.RenderFailure or MessagePattern.Unclassified => OfGit(message),
            _ => ComparisonCause.Other,
        };

    private static ComparisonCause OfGit(string message) =>
        message.Contains(":6379", StringComparison.Ordinal) ? ComparisonCause.Redis
        : Has(message, OfAccess) ? ComparisonCause.RepoAuth
        : Has(message, OfVersion) || IsMissingChart(message) ? ComparisonCause.RevisionMissing
        : MessageClassifier.Underlying(message) == MessagePattern.RenderFailure || Has(message, OfTarget) ? ComparisonCause.Render
        : ComparisonCause.Other;

    // chart "web" version "9.9.9" not found in https://charts.example repository
    private static bool IsMissingChart(string message) =>
        message.IndexOf("chart \"", StringComparison.Ordinal) is >= 0 and var at && message.IndexOf("\" not found in ", at, StringComparison.Ordinal) >= 0;

    private static bool Has(string text, string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal));
}
