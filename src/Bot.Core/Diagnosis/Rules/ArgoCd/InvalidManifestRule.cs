using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Core.Texts;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>The API takes a manifest for wrong: an unknown field, a wrong type, a missing or forbidden value.</summary>
internal sealed class InvalidManifestRule() : FailedSyncRule(RuleIds.ArgoCdInvalidManifest, Severity.Warning)
{
    protected override bool Matches(FailedSync failed) => failed.Pattern == MessagePattern.InvalidManifest;

    protected override Finding Describe(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context) =>
        Start(failed, snapshot, context, Severity.Warning, ("field", FailureWords.Field(failed.Told.Text) is { Length: > 0 } field ? field : new TextKey("operation.field-unnamed"))) with
        {
            Command = $"argocd app manifests {(failed.App.Namespace == context.ArgoCdNamespace ? failed.App.Name : $"{failed.App.Namespace}/{failed.App.Name}")} | kubectl apply --dry-run=server -f -",
        };
}
