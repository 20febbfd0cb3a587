using System.Collections.Immutable;
using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis;

/// <summary>Makes one finding of all those that share a key: the newest object is the subject, the others and the owner are affected.</summary>
internal static class FindingMerger
{
    private const int MostEvidence = 5;

    private static readonly string[] Serving = ["Healthy", "Suspended", ""];

    public static IEnumerable<Finding> Merge(IEnumerable<Finding> findings, ClusterSnapshot snapshot) => findings
        .Select(finding => WithKey(finding, snapshot))
        .GroupBy(finding => finding.Id)
        .Select(group => MergeKey([.. group], snapshot));

    private static Finding WithKey(Finding finding, ClusterSnapshot snapshot)
    {
        var owner = snapshot.Owners.TopOf(finding.Subject);
        return finding with { Cluster = snapshot.Cluster, TopOwner = owner, Id = FindingKey.IdOf(finding.Rule, snapshot.Cluster, owner) };
    }

    private static Finding MergeKey(ImmutableArray<Finding> same, ClusterSnapshot snapshot)
    {
        var main = same
            .OrderByDescending(finding => snapshot.Find(finding.Subject)?.Metadata.CreatedAt)
            .ThenByDescending(finding => finding.Severity)
            .ThenBy(finding => finding.Subject.ToString(), StringComparer.Ordinal)
            .First();
        var others = same.Where(finding => !ReferenceEquals(finding, main)).OrderBy(finding => finding.Subject.ToString(), StringComparer.Ordinal).ToList();
        return main with
        {
            Severity = same.Max(finding => finding.Severity),
            Since = same.Min(finding => finding.Since),
            BlocksDelivery = same.Any(finding => finding.BlocksDelivery),
            Evidence = [.. main.Evidence.Concat(others.SelectMany(finding => finding.Evidence)).Distinct().Take(MostEvidence)],
            PointsTo = [.. same.SelectMany(finding => finding.PointsTo).Distinct()],
            Explains = [.. same.SelectMany(finding => finding.Explains).Distinct()],
            Affected = [.. Affected(main, others, snapshot)],
        };
    }

    private static IEnumerable<ObjectRef> Affected(Finding main, List<Finding> others, ClusterSnapshot snapshot) =>
        new[] { main.TopOwner }
            .Concat(others.Select(finding => finding.Subject))
            .Concat(main.Affected)
            .Concat(others.SelectMany(finding => finding.Affected))
            .Concat(SufferingApplications(main, snapshot))
            .Where(reference => reference != main.Subject)
            .Distinct();

    // An Application whose trouble is explained by an object's finding gets no finding of its own; it is listed here.
    private static IEnumerable<ObjectRef> SufferingApplications(Finding finding, ClusterSnapshot snapshot) =>
        finding.Subject.Kind == "Application"
            ? []
            : new[] { finding.Subject, finding.TopOwner }
                .SelectMany(snapshot.Applications.Managing)
                .Where(application => !Serving.Contains(application.HealthStatus))
                .Select(application => application.Ref)
                .Order(Comparer<ObjectRef>.Create((one, other) => string.CompareOrdinal(one.ToString(), other.ToString())));
}
