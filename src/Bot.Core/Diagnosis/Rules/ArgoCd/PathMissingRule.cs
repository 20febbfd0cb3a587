using Bot.Core.Clusters;
using Bot.Core.Diagnosis.ArgoCd;

namespace Bot.Core.Diagnosis.Rules.ArgoCd;

/// <summary>The folder that an Application reads is not there at the revision that it follows.</summary>
internal sealed class PathMissingRule() : ComparisonRule(RuleIds.ArgoCdPathMissing, ComparisonCause.PathMissing)
{
    protected override string KeyOf(ComparisonFault fault) => $"{fault.RepoUrl} {fault.TargetRevision} {fault.Source?.Path}";

    protected override Finding Describe(Finding start, List<ComparisonFault> faults, ClusterSnapshot snapshot, DiagnosisContext context)
    {
        var path = faults[0].Source?.Path ?? "";
        return start with
        {
            Facts = Facts(start, ("path", path)),
            Evidence =
            [
                .. start.Evidence,
                new Evidence(start.Subject, "spec.source.path", path),
                new Evidence(start.Subject, "spec.source.targetRevision", faults[0].TargetRevision),
            ],
            Command = $"git fetch {faults[0].RepoUrl} '{faults[0].TargetRevision}' && git ls-tree -d FETCH_HEAD '{path}'",
        };
    }
}
