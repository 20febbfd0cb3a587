using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Tests.Diagnosis.ArgoCd;

public sealed class MessageClassifierTests
{
    [Theory]
    [InlineData("Sync operation blocked by sync window", MessagePattern.WindowParked)]
    [InlineData("waiting for pruning confirmation of /Namespace/x", MessagePattern.PruneConfirmation)]
    [InlineData("waiting for deletion of hook batch/Job/x", MessagePattern.WaitingForDeletion)]
    [InlineData("waiting for completion of hook batch/Job/x", MessagePattern.WaitingForHook)]
    [InlineData("waiting for healthy state of argoproj.io/Application/x", MessagePattern.WaitingForApplication)]
    [InlineData("waiting for healthy state of /PersistentVolumeClaim/x", MessagePattern.WaitingForClaim)]
    [InlineData("waiting for healthy state of apps/Deployment/x", MessagePattern.WaitingForHealth)]
    [InlineData("boom. Retrying attempt #2 at 3:04PM.", MessagePattern.RetryLoop)]
    [InlineData("unable to create new content in namespace x because it is being terminated", MessagePattern.NamespaceTerminating)]
    [InlineData("failed calling webhook \"v.external-secrets.io\": context deadline exceeded", MessagePattern.WebhookUnreachable)]
    [InlineData("admission webhook \"policy\" denied the request: no", MessagePattern.AdmissionDenied)]
    [InlineData("pods \"x\" is forbidden: exceeded quota: q", MessagePattern.QuotaExceeded)]
    [InlineData("namespaces \"wealist-prod\" not found", MessagePattern.NamespaceMissing)]
    [InlineData("spec.selector: field is immutable", MessagePattern.ImmutableField)]
    [InlineData("no matches for kind \"Rollout\" in version \"argoproj.io/v1alpha1\"", MessagePattern.CrdMissing)]
    [InlineData("metadata.annotations: Too long: must have at most 262144 bytes", MessagePattern.AnnotationTooLong)]
    [InlineData("application repo https://x is not permitted in project 'wealist'", MessagePattern.ProjectDenied)]
    [InlineData("Application referencing project x which does not exist", MessagePattern.ProjectMissing)]
    [InlineData("deployments.apps is forbidden: User \"system:serviceaccount:argocd:x\" cannot", MessagePattern.RbacForbidden)]
    [InlineData("there are no clusters with this name: east", MessagePattern.DestinationInvalid)]
    [InlineData("Failed to load live state: failed to get cluster info: context deadline exceeded", MessagePattern.LiveStateUnavailable)]
    [InlineData("rpc error: code = Unavailable desc = connection refused", MessagePattern.RepoServerUnavailable)]
    [InlineData("authentication required: Repository not found.", MessagePattern.RepoAuth)]
    [InlineData("unable to resolve 'mian' to a commit SHA", MessagePattern.RevisionMissing)]
    [InlineData("charts/x: app path does not exist", MessagePattern.PathMissing)]
    [InlineData("rpc error: context deadline exceeded", MessagePattern.RenderFailure)]
    [InlineData("dial tcp: lookup argocd-redis", MessagePattern.Redis)]
    [InlineData("Skipping sync attempt to [abc]: auto-sync will wipe out all resources", MessagePattern.WipeGuard)]
    [InlineData("Failed last sync attempt to [abc]: boom", MessagePattern.NoRetrySameSha)]
    [InlineData("ValidatingAdmissionPolicy 'p' with binding 'b' denied request: no", MessagePattern.AdmissionDenied)]
    [InlineData("pods \"x\" is forbidden: violates PodSecurity \"restricted:latest\"", MessagePattern.AdmissionDenied)]
    [InlineData("pods \"x\" is forbidden: failed quota: q: must specify limits.cpu", MessagePattern.QuotaExceeded)]
    [InlineData("spec: Forbidden: spec is immutable after creation except resources.requests", MessagePattern.ImmutableField)]
    [InlineData("spec: Forbidden: updates to statefulset spec for fields other than 'replicas'", MessagePattern.ImmutableField)]
    [InlineData("The Kubernetes API could not find x.io/X for requested resource ns/x. Make sure the \"X\" CRD is installed on the destination cluster.", MessagePattern.CrdMissing)]
    [InlineData("Version \"v1\" of x.io/X is installed on the destination cluster.", MessagePattern.CrdMissing)]
    [InlineData("metadata.annotations: Too long: may not be more than 262144 bytes", MessagePattern.AnnotationTooLong)]
    [InlineData("application 'x' in namespace 'y' is not permitted to use project 'p'", MessagePattern.ProjectDenied)]
    [InlineData("Failed to load application project: error getting app project \"p\"", MessagePattern.ProjectMissing)]
    [InlineData("user \"x\" is attempting to grant RBAC permissions not currently held", MessagePattern.RbacForbidden)]
    [InlineData("failed to derive service account to impersonate: no matching service account", MessagePattern.RbacForbidden)]
    [InlineData("application destination can't have both name and server defined: a b", MessagePattern.DestinationInvalid)]
    [InlineData("Failed to get destination cluster: boom", MessagePattern.DestinationInvalid)]
    [InlineData("error validating data: ValidationError(Deployment.spec)", MessagePattern.InvalidManifest)]
    [InlineData("strict decoding error: unknown field \"spec.x\"", MessagePattern.InvalidManifest)]
    [InlineData(".spec.x: field not declared in schema", MessagePattern.InvalidManifest)]
    [InlineData("Service \"x\" is invalid: spec.ports: Required value", MessagePattern.InvalidManifest)]
    [InlineData("`helm template` failed: values is invalid: x", MessagePattern.RenderFailure)]
    [InlineData("Failed sync attempt to abc: boom", MessagePattern.NoRetrySameSha)]
    [InlineData("something new", MessagePattern.Unclassified)]
    public void The_first_row_that_fits_wins(string text, MessagePattern pattern) => MessageClassifier.Classify(text).ShouldBe(pattern);

    [Fact]
    public void A_backoff_limit_counts_for_hooks_only()
    {
        const string Text = "Job has reached the specified backoff limit";

        MessageClassifier.Classify(Text, ofHook: true).ShouldBe(MessagePattern.HookFailed);
        MessageClassifier.Classify(Text).ShouldBe(MessagePattern.Unclassified);
    }

    [Fact]
    public void Looks_behind_the_words_about_retries() =>
        MessageClassifier.Underlying("failed calling webhook \"x\": no endpoints available. Retrying attempt #2 at 3:04PM.").ShouldBe(MessagePattern.WebhookUnreachable);
}
