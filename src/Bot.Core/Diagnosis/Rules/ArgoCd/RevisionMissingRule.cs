using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>The branch, tag, commit or chart version that Applications follow does not exist in the repository.</summary>
internal sealed class RevisionMissingRule() : ComparisonRule(RuleIds.ArgoCdRevisionMissing, ComparisonCause.RevisionMissing)
{
    protected override string KeyOf(ComparisonFault fault) => $"{fault.RepoUrl} {fault.Source?.Chart} {fault.TargetRevision}";

    protected override Finding Describe(Finding start, List<ComparisonFault> faults, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var chart = faults[0].Source?.Chart ?? "";
        return start with
        {
            Variant = chart.Length > 0 ? "chart" : "",
            Facts = Facts(start, ("chart", chart)),
            Evidence = [.. start.Evidence, new Evidence(start.Subject, "spec.source.targetRevision", faults[0].TargetRevision)],
            Command = chart.Length > 0
                ? $"helm show chart {chart} --repo {faults[0].RepoUrl} --version '{faults[0].TargetRevision}'"
                : $"git ls-remote {faults[0].RepoUrl} '{faults[0].TargetRevision}'",
        };
    }
}
