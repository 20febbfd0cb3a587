using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Core.Texts;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>A policy (an admission webhook, an admission policy, Pod Security) refused a manifest. Not an outage: it did its work.</summary>
internal sealed class AdmissionDeniedRule() : FailedSyncRule(RuleIds.ArgoCdAdmissionDenied, Severity.Warning)
{
    protected override bool Matches(FailedSync failed) => failed.Pattern == MessagePattern.AdmissionDenied;

    protected override Finding Describe(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context) =>
        Start(failed, snapshot, context, Severity.Warning, ("policy", FailureWords.Policy(failed.Told.Text) is { Length: > 0 } policy ? FailureWords.Short(policy) : new TextKey("operation.policy-unnamed"))) with
        {
            Variant = failed.Told.Text.Contains("violates PodSecurity", StringComparison.Ordinal) ? "pod-security" : "",
            Command = LookCommand(failed),
        };
}
