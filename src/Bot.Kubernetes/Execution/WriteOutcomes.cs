using Bot.Core.Remediation;
using Bot.Kubernetes.Client.Failures;

namespace Bot.Kubernetes.Execution;

/// <summary>What a failure means for a plan. Where it may have been carried out nonetheless, nothing else is concluded.</summary>
internal static class WriteOutcomes
{
    public static WriteOutcome Of(ApiFailure failure, ClusterVerb verb) => failure switch
    {
        { OutcomeUnknown: true } => WriteOutcome.Unknown,
        { Kind: ApiFailureKind.Unauthorized } => WriteOutcome.Refused,
        { IsUnreachable: true } => WriteOutcome.Unreachable,
        { Kind: ApiFailureKind.Conflict or ApiFailureKind.NotFound or ApiFailureKind.AlreadyExists or ApiFailureKind.Expired } => WriteOutcome.Stale,

        // A failed test of a JSON patch is a 422 that names no field; a changed uid names it.
        { Kind: ApiFailureKind.Invalid } when verb == ClusterVerb.JsonPatch && failure.Causes.Count == 0 => WriteOutcome.Stale,
        { Kind: ApiFailureKind.Invalid } when failure.Causes.Any(cause => cause.Field == "metadata.uid") => WriteOutcome.Stale,
        _ => WriteOutcome.Refused,
    };
}
