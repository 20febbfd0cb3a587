using System.Collections.Immutable;
using Bot.Core.Muting;

namespace Bot.Core.Diagnosis;

/// <summary>What is wrong in one cluster at one moment: every finding, roots first, in a deterministic order.</summary>
public sealed record ClusterDiagnosis(string Cluster, DateTimeOffset Now, ImmutableArray<Finding> Findings, int ObjectCount, ImmutableArray<string> NotRead)
{
    /// <summary>Rules that broke off: what they would have found is unknown. Empty unless there is a bug.</summary>
    public ImmutableArray<FailedRule> FailedRules { get; init; } = [];

    /// <summary>Mutes whose end has passed: they hold nothing back and should be taken out.</summary>
    public ImmutableArray<Mute> EndedMutes { get; init; } = [];

    public IEnumerable<Finding> Roots => Findings.Where(finding => finding.IsRoot && finding.Mute is null);

    public IEnumerable<Finding> Muted => Findings.Where(finding => finding.Mute is not null);

    /// <summary>How many findings of a severity there are, muted ones left out.</summary>
    public int Count(Severity severity) => Findings.Count(finding => finding.Severity == severity && finding.Mute is null);

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
