using System.Collections.Immutable;

namespace Bot.Core.Diagnosis;

/// <summary>What is wrong in one cluster at one moment: every finding, roots first, in a deterministic order.</summary>
public sealed record ClusterDiagnosis(string Cluster, DateTimeOffset Now, ImmutableArray<Finding> Findings, int ObjectCount, ImmutableArray<string> NotRead)
{
    /// <summary>Rules that broke off: what they would have found is unknown. Empty unless there is a bug.</summary>
    public ImmutableArray<FailedRule> FailedRules { get; init; } = [];

    public IEnumerable<Finding> Roots => Findings.Where(finding => finding.IsRoot);

    public int Count(Severity severity) => Findings.Count(finding => finding.Severity == severity);

    /// <summary>The findings under a root, directly or through others; one that is worse than its causes stays a root of its own.</summary>
    public IEnumerable<Finding> Under(Finding root)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { root.Id };
        var grew = true;
        while (grew)
        {
            grew = false;
            foreach (var finding in Findings)
            {
                if (!finding.IsRoot && !seen.Contains(finding.Id) && finding.CausedBy.Any(seen.Contains))
                {
                    grew = seen.Add(finding.Id);
                }
            }
        }

        return Findings.Where(finding => finding.Id != root.Id && seen.Contains(finding.Id));
    }
}
