namespace Bot.Core.Diagnosis.ArgoCd;

/// <summary>
/// Reads operation messages, resource messages and conditions. The first row that fits wins, so the order matters:
/// "context deadline exceeded" inside "failed calling webhook" is the webhook, inside "Failed to load live state" the cluster.
/// </summary>
public static class MessageClassifier
{
    private static readonly Row[] Rows =
    [
        new(MessagePattern.WindowParked, "blocked by sync window"),
        new(MessagePattern.PruneConfirmation, "waiting for pruning confirmation of"),
        new(MessagePattern.WaitingForDeletion, "waiting for deletion of"),
        new(MessagePattern.WaitingForHook, "waiting for completion of hook"),
        new(MessagePattern.WaitingForApplication, "waiting for healthy state of argoproj.io/Application/"),
        new(MessagePattern.WaitingForClaim, "waiting for healthy state of /PersistentVolumeClaim/"),
        new(MessagePattern.WaitingForHealth, "waiting for healthy state of"),
        new(MessagePattern.RetryLoop, "Retrying attempt #"),
        new(MessagePattern.NamespaceTerminating, "is being terminated", "currently being deleted"),
        new(MessagePattern.WebhookUnreachable, "failed calling webhook"),
        new(MessagePattern.AdmissionDenied, "denied the request", "denied request:", "violates PodSecurity"),
        new(MessagePattern.QuotaExceeded, "exceeded quota", "failed quota:"),
        new(MessagePattern.NamespaceMissing, "namespaces \"") { Second = "\" not found" },
        new(MessagePattern.ImmutableField, "is immutable", "updates to statefulset spec for fields other than", "spec.clusterIP", "cannot change roleRef", "updates to parameters are forbidden", "updates to provisioner are forbidden"),
        new(MessagePattern.CrdMissing, "no matches for kind", "could not find the requested resource", "CRD is installed", "is installed on the destination cluster", "The Kubernetes API could not find"),
        new(MessagePattern.AnnotationTooLong, "Too long: must have at most 262144", "may not be more than 262144"),
        new(MessagePattern.ProjectDenied, "is not permitted in project", "do not match any of the allowed destinations", "application repo ", "is not permitted to use project", "is not allowed to use project"),
        new(MessagePattern.ProjectMissing, "project ") { Second = " which does not exist" },
        new(MessagePattern.ProjectMissing, "Failed to load application project"),
        new(MessagePattern.RbacForbidden, "cannot patch resource", "is forbidden: User", "attempting to grant RBAC permissions", "service account to impersonate"),
        new(MessagePattern.DestinationInvalid, "Unable to get cluster", "there are no clusters with this name", "can't have both name and server", "Failed to get destination cluster", "unable to find destination server", "clusters with the same name", "has not been configured"),
        new(MessagePattern.InvalidManifest, "error validating data", "strict decoding error", "field not declared in schema", "failed to create typed patch object"),
        new(MessagePattern.LiveStateUnavailable, "Failed to load live state"),
        new(MessagePattern.RepoServerUnavailable, "code = Unavailable", ":8081", "error reading from server: EOF", "signal: killed"),
        new(MessagePattern.RepoAuth, "authentication required", "Permission denied (publickey", "repository not found", "Repository not found"),
        new(MessagePattern.RevisionMissing, "unable to resolve '", "couldn't find remote ref"),
        new(MessagePattern.PathMissing, "app path does not exist"),
        new(MessagePattern.RenderFailure, "helm template", "kustomize build", "Manifest generation error (cached)", "failed timeout after", "context deadline exceeded"),
        new(MessagePattern.Redis, "argocd-redis", "NOAUTH", "WRONGPASS"),
        new(MessagePattern.WipeGuard, "auto-sync will wipe out all resources"),
        new(MessagePattern.NoRetrySameSha, "Failed last sync attempt to", "Failed sync attempt to"),
        new(MessagePattern.HookFailed, "backoff limit", "DeadlineExceeded") { OfHook = true },
        new(MessagePattern.WaitedResourceGone, "has been deleted") { Second = "is missing, it might" },
        new(MessagePattern.WaitedResourceGone, "is missing, it might") { Second = "been deleted" },
        new(MessagePattern.InvalidManifest, "is invalid: ", "cannot unmarshal"),
    ];

    /// <summary>The first pattern that fits. <paramref name="ofHook"/> says that the text is the message of a hook.</summary>
    public static MessagePattern Classify(string text, bool ofHook = false) =>
        Array.Find(Rows, row => row.Fits(text, ofHook))?.Pattern ?? MessagePattern.Unclassified;

    /// <summary>
    /// What is really wrong behind a text that only says that Argo CD tries again or has given up:
    /// the text is classified without those words.
    /// </summary>
    public static MessagePattern Underlying(string text, bool ofHook = false) =>
        Array.Find(Rows, row => row.Pattern is not (MessagePattern.RetryLoop or MessagePattern.NoRetrySameSha) && row.Fits(text, ofHook))?.Pattern ?? MessagePattern.Unclassified;

    private sealed record Row(MessagePattern Pattern, params string[] Fragments)
    {
        /// <summary>A fragment that must follow the first one.</summary>
        public string Second { get; init; } = "";

        public bool OfHook { get; init; }

        public bool Fits(string text, bool ofHook) => (!OfHook || ofHook) && Array.Exists(Fragments, fragment => Fits(text, fragment));

        private bool Fits(string text, string fragment)
        {
            var at = text.IndexOf(fragment, StringComparison.Ordinal);
            return at >= 0 && (Second.Length == 0 || text.IndexOf(Second, at + fragment.Length, StringComparison.Ordinal) >= 0);
        }
    }
}
