using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>Client-side apply keeps the whole manifest in an annotation, and that one is limited to 262144 bytes.</summary>
internal sealed class AnnotationTooLongRule() : FailedSyncRule(RuleIds.ArgoCdAnnotationTooLong, Severity.Warning)
{
    protected override bool Matches(FailedSync failed) => failed.Pattern == MessagePattern.AnnotationTooLong;

    protected override Finding Describe(FailedSync failed, ClusterSnapshot snapshot, DiagnosisContext context) =>
        Start(failed, snapshot, context, Severity.Warning) with { Command = LookCommand(failed) };
}
