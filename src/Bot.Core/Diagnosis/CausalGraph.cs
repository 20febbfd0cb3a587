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

        return
        [
            .. sorted
                .Select(finding => finding with
                {
                    CausedBy = [.. parents[finding.Id]],
                    IsRoot = parents[finding.Id].Count == 0,
                    Impact = Under(finding, sorted, parents).Select(item => item.Impact).Append(finding.Impact).Max(),
                })
                .OrderByDescending(finding => finding.IsRoot)
                .ThenBy(finding => finding, RootOrder.Comparer),
        ];
    }

    private static void Link(Dictionary<string, SortedSet<string>> parents, Finding cause, Finding consequence)
    {
        if (!IsAbove(parents, consequence.Id, cause.Id))
        {
            parents[consequence.Id].Add(cause.Id);
        }
    }

    /// <summary>True when <paramref name="upper"/> is the lower one itself or one of its causes, however far.</summary>
    private static bool IsAbove(Dictionary<string, SortedSet<string>> parents, string upper, string lower) =>
        upper == lower || parents[lower].Any(parent => IsAbove(parents, upper, parent));

    private static IEnumerable<Finding> Under(Finding finding, ImmutableArray<Finding> all, Dictionary<string, SortedSet<string>> parents) =>
        all.Where(other => other.Id != finding.Id && IsAbove(parents, finding.Id, other.Id));
}
