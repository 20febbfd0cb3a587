using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis;

/// <summary>
/// Draws the edges from cause to consequence and orders the findings, roots first. What a finding explains wins over what
/// another one points to; an edge that would close a circle is left out. A root takes the worst impact of what it causes.
/// </summary>
internal static class CausalGraph
{
    public static ImmutableArray<Finding> Order(ImmutableArray<Finding> findings, ClusterSnapshot snapshot)
    {
        var sorted = findings.Order(RootOrder.Comparer).ToImmutableArray();
        var parents = sorted.ToDictionary(finding => finding.Id, _ => new SortedSet<string>(StringComparer.Ordinal));
        var resolver = new CauseResolver(sorted, snapshot);
        foreach (var cause in sorted)
        {
            foreach (var consequence in cause.Explains.SelectMany(resolver.About).Where(finding => finding.Id != cause.Id))
            {
                Link(parents, cause, consequence);
            }
        }

        foreach (var consequence in sorted)
        {
            foreach (var cause in consequence.PointsTo.SelectMany(reference => resolver.Causes(reference, consequence)))
            {
                Link(parents, cause, consequence);
            }
        }

        var impacts = WorstBelow(sorted, parents);
        return
        [
            .. sorted
                .Select(finding => finding with
                {
                    CausedBy = [.. parents[finding.Id]],
                    IsRoot = parents[finding.Id].Count == 0,
                    Impact = impacts[finding.Id],
                })
                .OrderByDescending(finding => finding.IsRoot)
                .ThenBy(finding => finding, RootOrder.Comparer),
        ];
    }

    private static void Link(Dictionary<string, SortedSet<string>> parents, Finding cause, Finding consequence)
    {
        if (cause.Id != consequence.Id && !CausesOf(cause.Id, parents).Contains(consequence.Id))
        {
            parents[consequence.Id].Add(cause.Id);
        }
    }

    /// <summary>The worst impact of each finding and of all that it causes.</summary>
    private static Dictionary<string, Impact> WorstBelow(ImmutableArray<Finding> findings, Dictionary<string, SortedSet<string>> parents)
    {
        var worst = findings.ToDictionary(finding => finding.Id, finding => finding.Impact);
        foreach (var finding in findings)
        {
            foreach (var cause in CausesOf(finding.Id, parents))
            {
                worst[cause] = worst[cause] > finding.Impact ? worst[cause] : finding.Impact;
            }
        }

        return worst;
    }

    /// <summary>Everything above a finding, however far; each once, so that many paths cost no more than one.</summary>
    private static HashSet<string> CausesOf(string id, Dictionary<string, SortedSet<string>> parents)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(parents[id]);
        while (open.TryPop(out var next))
        {
            if (seen.Add(next))
            {
                foreach (var above in parents[next])
                {
                    open.Push(above);
                }
            }
        }

        return seen;
    }
}
