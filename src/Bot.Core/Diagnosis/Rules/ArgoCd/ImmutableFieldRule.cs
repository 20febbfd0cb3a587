using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;
using Bot.Core.Texts;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>A commit changed a field that the API never changes in a living object.</summary>
internal sealed class ImmutableFieldRule() : FailedSyncRule(RuleIds.ArgoCdImmutableField, Severity.Warning)
{
    protected override bool Matches(FailedSync failed) => failed.Pattern == MessagePattern.ImmutableField;

    protected override Finding Describe(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context) =>
        Start(failed, snapshot, context, Severity.Warning, ("field", FailureWords.Field(failed.Told.Text) is { Length: > 0 } field ? field : new TextKey("operation.field-unnamed"))) with
        {
            Variant = failed.Told.Text.Contains("updates to statefulset spec", StringComparison.Ordinal) ? "statefulset"
                : failed.Entry is { Kind: "PersistentVolumeClaim" or "PersistentVolume" } ? "volume"
                : failed.Entry is { Kind: "CustomResourceDefinition" } ? "definition"
                : "",
            Command = LookCommand(failed),
        };
}
